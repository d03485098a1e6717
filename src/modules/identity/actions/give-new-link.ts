import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { type IdentityDeps, log } from '../deps.ts';
import { findAccountByName, setEnabledAnew } from '../store/accounts.ts';
import { replaceRecoveryCodes } from '../store/passwords.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { makeLink } from './use-link.ts';

/**
 * For who forgot the password, lost the telephone or was disabled: everything of before is void, a new one-time link
 * (`/moi/…`) opens. Refuses `identity/unknown-account`.
 */
export async function giveNewLink(
  tx: Tx,
  deps: Pick<IdentityDeps, 'random'>,
  name: string,
  origin: AuditOrigin,
): Promise<Outcome<string>> {
  const account = await findAccountByName(tx, name.trim().toLowerCase());
  if (!account || account.kind === 'service') return refused('identity/unknown-account', { account: name });
  await setEnabledAnew(tx, account.id, origin.machineNow);
  await replaceRecoveryCodes(tx, account.id, []);
  await endSessionsOf(tx, account.id, origin.machineNow);
  await log(tx, origin, 'give-new-link', account);
  return accepted(`/moi/${await makeLink(tx, deps, account.id, origin.machineNow)}`);
}
