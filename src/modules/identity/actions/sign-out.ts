import { inTransaction } from '#platform/db/database.ts';
import { type IdentityDeps, log, type Origin } from '../deps.ts';
import { endSession, endSessionsOf } from '../store/sessions.ts';

interface SignOutPress {
  readonly accountId: string;
  readonly sessionId: string;
  readonly origin: Origin;
}

export async function signOut(deps: IdentityDeps, press: SignOutPress): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await endSession(tx, press.sessionId, press.origin.machineNow);
    await log(tx, press.origin, 'sign-out', { id: press.accountId });
  });
}

/** Everywhere but here: a telephone was lost, a counter was left open. */
export async function signOutElsewhere(deps: IdentityDeps, press: SignOutPress): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await endSessionsOf(tx, press.accountId, press.origin.machineNow, press.sessionId);
    await log(tx, press.origin, 'sign-out-elsewhere', { id: press.accountId });
  });
}
