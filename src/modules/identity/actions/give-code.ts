import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction, type Queries } from '#platform/db/database.ts';
import { type IdentityDeps, log, type Origin } from '../deps.ts';
import { isAlive } from '../rules/session-life.ts';
import { hashToken } from '../secrets/tokens.ts';
import { type Account, getAccount, getAccountForUpdate, setActive } from '../store/accounts.ts';
import { findSessionByToken, type SessionRow } from '../store/sessions.ts';
import { setTryOutcome } from '../store/sign-in-tries.ts';
import { bookTry } from './guard-tries.ts';
import { type Entered, renewSession, stageOf } from './open-session.ts';
import { takeCode } from './take-code.ts';

/** The session between password and code, or undefined when it took too long. */
export async function findHalfWay(
  q: Queries,
  token: string | undefined,
  machineNow: Instant,
): Promise<{ readonly session: SessionRow; readonly account: Account } | undefined> {
  const session = token ? await findSessionByToken(q, hashToken(token)) : undefined;
  if (!session || session.second_factor_at !== null) return undefined;
  const account = await getAccount(q, session.account_id);
  const times = {
    createdAt: session.created_at,
    lastSeenAt: session.last_seen_at,
    endedAt: session.ended_at,
  };
  const alive = isAlive({ ...times, administration: false, halfWay: true }, machineNow);
  return alive && account.totp_secret && account.disabled_at === null ? { session, account } : undefined;
}

export interface CodePress {
  readonly token: string | undefined;
  /** Six figures of the app, or a recovery code. */
  readonly code: string;
  readonly origin: Origin;
}

/**
 * The second factor. Refuses `identity/sign-in-again` (half-way session over), `identity/locked`,
 * `identity/wrong-code` (also a code that was used before).
 */
export async function giveCode(deps: IdentityDeps, press: CodePress): Promise<Outcome<Entered>> {
  const { origin } = press;
  const halfWay = await findHalfWay(deps.db, press.token, origin.machineNow);
  if (!halfWay) return refused('identity/sign-in-again');
  const booked = await bookTry(deps.db, halfWay.account.name, origin);
  if (!booked.ok) return booked;
  return inTransaction(deps.db, async (tx) => {
    const account = await getAccountForUpdate(tx, halfWay.account.id);
    if (!(await takeCode(tx, deps, account, press.code, origin.machineNow))) {
      await setTryOutcome(tx, booked.value, 'wrong');
      await log(tx, origin, 'sign-in', account, { result: 'refused', reason: 'identity/wrong-code' });
      return refused('identity/wrong-code', {}, 'ma');
    }
    const token = await renewSession(tx, deps, halfWay.session.id, origin, true);
    if (!token) return refused('identity/sign-in-again');
    await setTryOutcome(tx, booked.value, 'right');
    await setActive(tx, account.id, origin.machineNow);
    await log(tx, origin, 'sign-in', account);
    return accepted({ token, stage: await stageOf(tx, deps, account, origin, true) });
  });
}
