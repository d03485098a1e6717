import { dateOf } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/db/database.ts';
import { type IdentityDeps, newId, type Origin } from '../deps.ts';
import { hashToken, newToken } from '../secrets/tokens.ts';
import type { Account } from '../store/accounts.ts';
import { listHeldPosts } from '../store/posts.ts';
import { endSession, findSessionByToken, insertSession, rotateSession } from '../store/sessions.ts';
import { firstStepOfAccount } from './first-step-for.ts';

/** Where a person stands after a step of signing in. */
export type Stage = 'second-factor' | 'first-steps' | 'full';

export interface Entered {
  /** For the cookie; kept nowhere else. */
  readonly token: string;
  readonly stage: Stage;
}

/** A new session with a new token; the one the browser had before is ended. */
export async function openSession(
  tx: Tx,
  deps: IdentityDeps,
  account: Account,
  origin: Origin,
  previousToken: string | undefined,
): Promise<Entered> {
  const previous = previousToken && (await findSessionByToken(tx, hashToken(previousToken)));
  if (previous) await endSession(tx, previous.id, origin.machineNow);
  const token = newToken(deps.random);
  await insertSession(tx, {
    id: newId(deps, origin.machineNow),
    tokenHash: hashToken(token),
    accountId: account.id,
    machineNow: origin.machineNow,
    secondFactor: false,
    address: origin.address,
    device: origin.device,
  });
  return { token, stage: await stageOf(tx, deps, account, origin, false) };
}

/** Another token for the same session, after something that raised what it may do. Undefined when it has ended. */
export async function renewSession(
  tx: Tx,
  deps: IdentityDeps,
  sessionId: string,
  origin: Pick<Origin, 'machineNow'>,
  secondFactor: boolean,
): Promise<string | undefined> {
  const token = newToken(deps.random);
  const renewed = await rotateSession(tx, sessionId, hashToken(token), origin.machineNow, secondFactor);
  return renewed ? token : undefined;
}

export async function stageOf(
  tx: Tx,
  deps: IdentityDeps,
  account: Account,
  origin: Pick<Origin, 'legalNow' | 'machineNow'>,
  secondFactorDone: boolean,
): Promise<Stage> {
  if (account.totp_secret && !secondFactorDone) return 'second-factor';
  const posts = await listHeldPosts(tx, account.person_id, dateOf(origin.legalNow));
  const step = firstStepOfAccount(deps, account, { posts }, origin.machineNow);
  return step === null ? 'full' : 'first-steps';
}
