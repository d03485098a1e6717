import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { legalDay, logAct, type MakingPress } from '../press.ts';
import { isAccountName } from '../rules/account-name.ts';
import { findAccountOfPerson, insertDecision } from '../store/account-list.ts';
import { findAccountByName, insertAccount } from '../store/accounts.ts';
import { findPersonForUpdate } from '../store/people.ts';
import { listPostsOfPerson } from '../store/post-changes.ts';
import { makeLink } from './use-link.ts';

interface InvitePress extends MakingPress {
  readonly personId: string;
  readonly name: string;
}

export interface GivenLink {
  readonly account: string;
  /** `/moi/<token>`: shown once, kept nowhere. */
  readonly path: string;
}

/**
 * Opens the one account of a person and gives the link by which she sets her password. The same press again gives
 * a new link, as long as nobody used one. Refuses `identity/account-name-…`, `identity/has-account`,
 * `identity/invite-without-post`.
 */
export async function inviteAccount(deps: IdentityDeps, press: InvitePress): Promise<Outcome<GivenLink>> {
  const name = press.name.trim().toLowerCase();
  if (!isAccountName(name)) return refused('identity/account-name-wrong', {}, 'tai-khoan');
  return inTransaction(deps.db, async (tx) => {
    const person = await findPersonForUpdate(tx, press.personId);
    if (!person) return refused('identity/not-found');
    const known = await findAccountOfPerson(tx, person.id);
    const again = known?.id === press.newId && known.password_hash === null && known.disabled_at === null;
    if (known && !again) return refused('identity/has-account', { account: known.name });
    const opened = known ? accepted(known.name) : await openAccount(tx, press, name);
    if (!opened.ok) return opened;
    const token = await makeLink(tx, deps, press.newId, press.origin.machineNow);
    return accepted({ account: opened.value, path: `/moi/${token}` });
  });
}

async function openAccount(tx: Tx, press: InvitePress, name: string): Promise<Outcome<string>> {
  if (await findAccountByName(tx, name)) {
    return refused('identity/account-name-taken', { account: name }, 'tai-khoan');
  }
  const today = legalDay(press);
  const { personId, newId: id } = press;
  const posts = (await listPostsOfPerson(tx, personId, today)).filter(
    (post) => post.validTo === null || post.validTo >= today,
  );
  const [post] = posts;
  if (!post) return refused('identity/invite-without-post');
  const kind = posts.some((one) => one.role === 'system-administrator') ? 'admin' : 'operational';
  const { legalNow, machineNow } = press.origin;
  await insertAccount(tx, { id, name, kind, personId, officeId: post.officeId, createdAt: machineNow });
  const by = press.actor.accountId;
  await insertDecision(tx, { accountId: id, kind: 'invited', reason: '', by, legalNow, machineNow });
  await logAct(tx, press, 'invite-account', { kind: 'account', id });
  return accepted(name);
}
