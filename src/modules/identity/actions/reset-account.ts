import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { type AdminPress, legalDay, logAct } from '../press.ts';
import { keepsAnAdministrator, withEnd } from '../rules/administrators.ts';
import { insertDecision } from '../store/account-list.ts';
import { type Account, findAccountForUpdate, setEnabledAnew } from '../store/accounts.ts';
import { replaceRecoveryCodes } from '../store/passwords.ts';
import { listAdministrators, lockAdministrators } from '../store/post-changes.ts';
import { endSessionsOf } from '../store/sessions.ts';
import type { GivenLink } from './invite-account.ts';
import { makeLink } from './use-link.ts';

interface AccountPress extends AdminPress {
  readonly accountId: string;
  readonly reason: string;
}

/**
 * For who forgot the password or lost the telephone: password, second factor and sessions of before are void, a new
 * link opens. Refuses `identity/account-disabled-now` (enable it instead), `identity/own-account` (a person
 * changes her own under "my account"), `identity/reason-missing`, `identity/last-administrator`.
 */
export function resetAccount(deps: IdentityDeps, press: AccountPress): Promise<Outcome<GivenLink>> {
  return startAnew(deps, press, 'reset');
}

/** Opens a disabled account again, with nothing of before. Refuses `identity/account-not-disabled`. */
export function enableAccount(deps: IdentityDeps, press: AccountPress): Promise<Outcome<GivenLink>> {
  return startAnew(deps, press, 'enabled');
}

function startAnew(
  deps: IdentityDeps,
  press: AccountPress,
  kind: 'reset' | 'enabled',
): Promise<Outcome<GivenLink>> {
  const { legalNow, machineNow } = press.origin;
  const reason = cleanLine(press.reason).text;
  return inTransaction(deps.db, async (tx) => {
    await lockAdministrators(tx);
    const account = await findAccountForUpdate(tx, press.accountId);
    if (!account || account.kind === 'service') return refused('identity/not-found');
    const may = await mayStartAnew(tx, press, account, kind, reason);
    if (!may.ok) return may;
    await setEnabledAnew(tx, account.id, machineNow);
    await replaceRecoveryCodes(tx, account.id, []);
    await endSessionsOf(tx, account.id, machineNow);
    const by = press.actor.accountId;
    await insertDecision(tx, { accountId: account.id, kind, reason, by, legalNow, machineNow });
    await logAct(tx, press, kind === 'reset' ? 'reset-account' : 'enable-account', subjectOf(account));
    return accepted({
      account: account.name,
      path: `/moi/${await makeLink(tx, deps, account.id, machineNow)}`,
    });
  });
}

async function mayStartAnew(
  tx: Tx,
  press: AccountPress,
  account: Account,
  kind: 'reset' | 'enabled',
  reason: string,
): Promise<Outcome<true>> {
  if (kind === 'enabled' && account.disabled_at === null) return refused('identity/account-not-disabled');
  if (kind === 'reset' && account.disabled_at !== null) return refused('identity/account-disabled-now');
  if (account.id === press.actor.accountId) return refused('identity/own-account');
  if (reason === '') return refused('identity/reason-missing', {}, 'ly-do');
  if (kind === 'enabled') return accepted(true);
  return remainsAdministered(tx, press, account);
}

/** Whether somebody administers when this account cannot be used (any more, or until its link was). */
export async function remainsAdministered(
  tx: Tx,
  press: AdminPress,
  account: Account,
): Promise<Outcome<true>> {
  const now = await listAdministrators(tx, legalDay(press));
  if (!now.some((one) => one.personId === account.person_id)) return accepted(true);
  return keepsAnAdministrator(withEnd(now, account.person_id, undefined));
}

export function subjectOf(account: Account) {
  return { kind: 'account', id: account.id };
}
