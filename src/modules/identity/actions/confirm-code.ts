import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import { inTransaction, type Queries } from '#platform/db/database.ts';
import { type IdentityDeps, log } from '../deps.ts';
import { type Account, getAccount, getAccountForUpdate } from '../store/accounts.ts';
import { setTryOutcome } from '../store/sign-in-tries.ts';
import { bookTry } from './guard-tries.ts';
import { takeCode } from './take-code.ts';

export interface CodeToConfirm {
  readonly accountId: string;
  /** Six figures of the app, or a recovery code. */
  readonly code: string;
  readonly origin: AuditOrigin & { readonly address: string };
}

/**
 * A signed-in person gives the code again before something weighty: signing many at once. Refuses
 * `identity/no-second-factor` (who signs by delegation may have none yet; no try is counted), `identity/locked`,
 * `identity/wrong-code` (also a code that was used before).
 */
export async function confirmCode(
  deps: IdentityDeps,
  { accountId, code, origin }: CodeToConfirm,
): Promise<Outcome<null>> {
  const known = await getAccount(deps.db, accountId);
  if (known.totp_secret === null) return refuseWithout(deps, known, origin);
  const booked = await bookTry(deps.db, known.name, origin);
  if (!booked.ok) return booked;
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const account = await getAccountForUpdate(tx, accountId);
    const right = await takeCode(tx, deps, account, code, origin.machineNow);
    await setTryOutcome(tx, booked.value, right ? 'right' : 'wrong');
    const result = right
      ? ({ result: 'allowed' } as const)
      : ({ result: 'refused', reason: 'identity/wrong-code' } as const);
    await log(tx, origin, 'confirm-code', account, result);
    return right ? accepted(null) : refused('identity/wrong-code', {}, 'ma');
  });
}

function refuseWithout(
  deps: IdentityDeps,
  account: Account,
  origin: CodeToConfirm['origin'],
): Promise<Outcome<null>> {
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const without = refused('identity/no-second-factor', {}, 'ma');
    await log(tx, origin, 'confirm-code', account, { result: 'refused', reason: without.refusal.code });
    return without;
  });
}

/** Has set up the second factor: may be asked for a code. */
export async function hasSecondFactor(q: Queries, accountId: string): Promise<boolean> {
  return (await getAccount(q, accountId)).totp_secret !== null;
}
