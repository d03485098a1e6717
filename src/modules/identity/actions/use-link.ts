import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction, type Queries, type Tx } from '#platform/db/database.ts';
import { type IdentityDeps, log, type Origin } from '../deps.ts';
import { hashToken, newToken } from '../secrets/tokens.ts';
import { type Account, getAccount, getAccountForUpdate, setActive } from '../store/accounts.ts';
import { findOpenLink, replaceLink, useUpLink } from '../store/links.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { choosePassword } from './choose-password.ts';
import { type Entered, openSession } from './open-session.ts';

const LINK_DAYS = 7;

/** A link by which its owner sets a password, once, within seven days. The token is shown to who made it, kept hashed. */
export async function makeLink(
  tx: Tx,
  deps: Pick<IdentityDeps, 'random'>,
  accountId: string,
  machineNow: Instant,
): Promise<string> {
  const token = newToken(deps.random);
  const expiresAt = instantOfMs(msOfInstant(machineNow) + LINK_DAYS * 86_400_000);
  await replaceLink(tx, { accountId, tokenHash: hashToken(token), machineNow, expiresAt });
  return token;
}

/** The account a link opens, as long as it does. */
export async function findLinkedAccount(
  q: Queries,
  token: string,
  machineNow: Instant,
): Promise<Account | undefined> {
  const link = await findOpenLink(q, hashToken(token), machineNow);
  const account = link && (await getAccount(q, link.account_id));
  return account && account.disabled_at === null ? account : undefined;
}

export interface LinkPress {
  readonly token: string;
  readonly newPassword: string;
  readonly origin: Origin;
  readonly previousToken?: string | undefined;
}

/** Refuses `identity/link-over` (used, withdrawn, too old, unknown) and `identity/password-…` (the link stays good). */
export function useLink(deps: IdentityDeps, press: LinkPress): Promise<Outcome<Entered>> {
  const { origin } = press;
  return inTransaction(deps.db, async (tx) => {
    const found = await findLinkedAccount(tx, press.token, origin.machineNow);
    if (!found) return refused('identity/link-over');
    const account = await getAccountForUpdate(tx, found.id);
    // Somebody with the same link may have been first while this one waited for the row.
    if (!(await findLinkedAccount(tx, press.token, origin.machineNow))) return refused('identity/link-over');
    const chosen = await choosePassword(tx, deps, account, press.newPassword, origin);
    if (!chosen.ok) return chosen;
    await useUpLink(tx, hashToken(press.token), origin.machineNow);
    await setActive(tx, account.id, origin.machineNow);
    await endSessionsOf(tx, account.id, origin.machineNow);
    await log(tx, origin, 'use-link', account);
    const now = { ...account, must_change_password: false, password_changed_at: origin.machineNow };
    return accepted(await openSession(tx, deps, now, origin, press.previousToken));
  });
}
