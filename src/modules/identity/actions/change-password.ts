import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type IdentityDeps, log, type Origin } from '../deps.ts';
import { normalisePassword } from '../rules/password-rules.ts';
import { checkPassword } from '../secrets/password-hash.ts';
import { getAccount, getAccountForUpdate } from '../store/accounts.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { setTryOutcome } from '../store/sign-in-tries.ts';
import { choosePassword } from './choose-password.ts';
import { bookTry } from './guard-tries.ts';
import { renewSession } from './open-session.ts';

export interface OwnPress {
  readonly accountId: string;
  readonly sessionId: string;
  readonly origin: Origin;
}

/** The old password again, before something that matters; wrong ones count as wrong tries to sign in. */
export async function confirmPassword(
  deps: IdentityDeps,
  press: OwnPress & { readonly password: string },
): Promise<Outcome<true>> {
  const account = await getAccount(deps.db, press.accountId);
  const booked = await bookTry(deps.db, account.name, press.origin);
  if (!booked.ok) return booked;
  if (!(await checkPassword(normalisePassword(press.password), account.password_hash))) {
    await setTryOutcome(deps.db, booked.value, 'wrong');
    await log(deps.db, press.origin, 'give-password', account, {
      result: 'refused',
      reason: 'identity/wrong-password',
    });
    return refused('identity/wrong-password', {}, 'mat-khau');
  }
  await setTryOutcome(deps.db, booked.value, 'right');
  return accepted(true);
}

/** Changes the own password; other sessions end, this one gets a new token (the value). */
export async function changePassword(
  deps: IdentityDeps,
  press: OwnPress & { readonly password: string; readonly newPassword: string },
): Promise<Outcome<string>> {
  const confirmed = await confirmPassword(deps, press);
  if (!confirmed.ok) return confirmed;
  return inTransaction(deps.db, async (tx) => {
    const account = await getAccountForUpdate(tx, press.accountId);
    const chosen = await choosePassword(tx, deps, account, press.newPassword, press.origin);
    if (!chosen.ok) return chosen;
    await endSessionsOf(tx, account.id, press.origin.machineNow, press.sessionId);
    const token = await renewSession(tx, deps, press.sessionId, press.origin, false);
    await log(tx, press.origin, 'change-password', account);
    return token ? accepted(token) : refused('identity/sign-in-again');
  });
}
