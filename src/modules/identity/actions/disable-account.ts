import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { type AdminPress, logAct } from '../press.ts';
import { insertDecision } from '../store/account-list.ts';
import { type Account, findAccountForUpdate, setDisabled } from '../store/accounts.ts';
import { withdrawLinks } from '../store/links.ts';
import { lockAdministrators } from '../store/post-changes.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { remainsAdministered, subjectOf } from './reset-account.ts';

/**
 * Disables an account with a reason: its sessions end, its link opens nothing. Posts are not touched. Refuses
 * `identity/account-already-disabled`, `identity/reason-missing`, `identity/last-administrator`.
 */
export function disableAccount(
  deps: IdentityDeps,
  press: AdminPress & { readonly accountId: string; readonly reason: string },
): Promise<Outcome<true>> {
  const reason = cleanLine(press.reason).text;
  return inTransaction(deps.db, async (tx) => {
    await lockAdministrators(tx);
    const account = await findAccountForUpdate(tx, press.accountId);
    if (!account || account.kind === 'service') return refused('identity/not-found');
    if (account.disabled_at !== null) return refused('identity/account-already-disabled');
    if (reason === '') return refused('identity/reason-missing', {}, 'ly-do');
    const remains = await remainsAdministered(tx, press, account);
    if (!remains.ok) return remains;
    await shutAccount(tx, press, account, reason);
    return accepted(true);
  });
}

/** The part that the half-yearly review does too. */
export async function shutAccount(
  tx: Tx,
  press: AdminPress,
  account: Account,
  reason: string,
): Promise<void> {
  const { legalNow, machineNow } = press.origin;
  await setDisabled(tx, account.id, 'decision', machineNow);
  await endSessionsOf(tx, account.id, machineNow);
  await withdrawLinks(tx, account.id, machineNow);
  const by = press.actor.accountId;
  await insertDecision(tx, { accountId: account.id, kind: 'disabled', reason, by, legalNow, machineNow });
  await logAct(tx, press, 'disable-account', subjectOf(account));
}
