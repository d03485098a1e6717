import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { type IdentityDeps, log, type Origin } from '../deps.ts';
import { isIdle } from '../rules/account-policy.ts';
import { DEMO_PASSWORD, normalisePassword } from '../rules/password-rules.ts';
import { checkPassword } from '../secrets/password-hash.ts';
import {
  type Account,
  findAccountByName,
  getAccountForUpdate,
  setActive,
  setDisabled,
} from '../store/accounts.ts';
import { setTryOutcome } from '../store/sign-in-tries.ts';
import { bookTry } from './guard-tries.ts';
import { type Entered, openSession } from './open-session.ts';

export interface SignInPress {
  readonly name: string;
  readonly password: string;
  readonly origin: Origin;
  /** Token of the session this browser had. */
  readonly previousToken?: string | undefined;
}

const LONGEST_PASSWORD = 1000;

/**
 * Name and password. Refuses `identity/wrong-sign-in` (unknown account, wrong password: the same answer after the
 * same work), `identity/locked`, and, only to who knows the password, `identity/account-disabled`.
 */
export async function signIn(deps: IdentityDeps, press: SignInPress): Promise<Outcome<Entered>> {
  const name = press.name.trim().toLowerCase();
  const booked = await bookTry(deps.db, name, press.origin);
  if (!booked.ok) {
    await log(deps.db, press.origin, 'sign-in', undefined, {
      result: 'refused',
      reason: booked.refusal.code,
    });
    return booked;
  }
  const account = await findAccountByName(deps.db, name);
  const password = normalisePassword(press.password.slice(0, LONGEST_PASSWORD));
  const right = await checkPassword(password, account?.password_hash ?? null);
  const known = deps.installation === 'real' && password === DEMO_PASSWORD;
  if (!account || !right || known || account.kind === 'service') {
    await setTryOutcome(deps.db, booked.value, 'wrong');
    await log(deps.db, press.origin, 'sign-in', account, {
      result: 'refused',
      reason: 'identity/wrong-sign-in',
    });
    return refused('identity/wrong-sign-in', {}, 'tai-khoan');
  }
  return inTransaction(deps.db, (tx) => enter(tx, deps, account.id, press, booked.value));
}

async function enter(
  tx: Tx,
  deps: IdentityDeps,
  accountId: string,
  press: SignInPress,
  tryPosition: string,
): Promise<Outcome<Entered>> {
  const { origin } = press;
  const account = await getAccountForUpdate(tx, accountId);
  const halfWay = account.totp_secret !== null;
  await setTryOutcome(tx, tryPosition, halfWay ? 'half-way' : 'right');
  if (await isShut(tx, deps, account, origin)) {
    await log(tx, origin, 'sign-in', account, { result: 'refused', reason: 'identity/account-disabled' });
    return refused('identity/account-disabled');
  }
  if (!halfWay) await setActive(tx, account.id, origin.machineNow);
  const entered = await openSession(tx, deps, account, origin, press.previousToken);
  await log(tx, origin, halfWay ? 'give-password' : 'sign-in', account);
  return accepted(entered);
}

/** Disabled, over, or idle for 45 days: then it is disabled now (the nightly job may not have run). */
async function isShut(tx: Tx, deps: IdentityDeps, account: Account, origin: Origin): Promise<boolean> {
  if (account.disabled_at !== null) return true;
  if (account.valid_to !== null && account.valid_to < dateOf(origin.machineNow)) return true;
  if (!isIdle(account.active_since, origin.machineNow, deps.installation)) return false;
  await setDisabled(tx, account.id, 'idle', origin.machineNow);
  return true;
}
