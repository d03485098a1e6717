import { instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { programOrigin } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type IdentityDeps, log } from '../deps.ts';
import { idleBefore, isIdle } from '../rules/account-policy.ts';
import { getAccountForUpdate, listAccountsIdleSince, setDisabled } from '../store/accounts.ts';
import { deleteOlderThan } from '../store/expired.ts';
import { endSessionsOf } from '../store/sessions.ts';

const KEEP_DAYS = 30;

/** Every night: accounts unused for 45 days are disabled, what is long over is removed. Returns how many were disabled. */
export async function disableIdleAccounts(
  deps: IdentityDeps,
  now: Pick<ReturnType<typeof programOrigin>, 'legalNow' | 'machineNow'>,
): Promise<number> {
  const { machineNow } = now;
  await deleteOlderThan(deps.db, instantOfMs(msOfInstant(machineNow) - KEEP_DAYS * 86_400_000));
  let disabled = 0;
  for (const { id } of await listAccountsIdleSince(deps.db, idleBefore(machineNow))) {
    await inTransaction(deps.db, async (tx) => {
      const account = await getAccountForUpdate(tx, id);
      if (account.disabled_at !== null || !isIdle(account.active_since, machineNow, deps.installation))
        return;
      await setDisabled(tx, id, 'idle', machineNow);
      await endSessionsOf(tx, id, machineNow);
      await log(tx, programOrigin(now.legalNow, machineNow), 'disable-idle-account', account);
      disabled += 1;
    });
  }
  return disabled;
}
