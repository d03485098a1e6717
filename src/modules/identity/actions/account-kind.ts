import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/db/database.ts';
import { findAccountOfPerson } from '../store/account-list.ts';
import { setAccountKind } from '../store/accounts.ts';
import { listPostsOfPerson } from '../store/post-changes.ts';

/** After a change of posts: an account is one of administration as long as its owner administers, now or later. */
export async function settleAccountKind(tx: Tx, personId: string, today: CivilDate): Promise<void> {
  const account = await findAccountOfPerson(tx, personId);
  if (!account || account.kind === 'service' || account.kind === 'technical') return;
  const posts = await listPostsOfPerson(tx, personId, today);
  const open = posts.filter((post) => post.validTo === null || post.validTo >= today);
  if (posts.length === 0) return;
  const administers = open.some((post) => post.role === 'system-administrator');
  const unit = open.at(-1)?.officeId ?? account.office_id;
  await setAccountKind(tx, account.id, administers ? 'admin' : 'operational', unit);
}
