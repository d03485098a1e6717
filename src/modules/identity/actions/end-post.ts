import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { type AdminPress, legalDay, logAct } from '../press.ts';
import { keepsAnAdministrator, withEnd } from '../rules/administrators.ts';
import { checkEnd } from '../rules/post-times.ts';
import {
  type DatedPost,
  findPostForUpdate,
  listAdministrators,
  listPostsOfPerson,
  lockAdministrators,
  setPostEnd,
} from '../store/post-changes.ts';
import { settleAccountKind } from './account-kind.ts';

/**
 * A post ends on its last day; what was in force before stays as it was. Refuses as `checkEnd`, and
 * `identity/last-administrator`.
 */
export function endPost(
  deps: IdentityDeps,
  press: AdminPress & { readonly personId: string; readonly postId: string; readonly lastDay: CivilDate },
): Promise<Outcome<true>> {
  const today = legalDay(press);
  return inTransaction(deps.db, async (tx) => {
    await lockAdministrators(tx);
    const post = await findPostForUpdate(tx, press.postId);
    if (!post || post.personId !== press.personId) return refused('identity/not-found');
    if (post.validTo === press.lastDay) return accepted(true); // pressed twice
    const checked = checkEnd(post, press.lastDay, today);
    if (!checked.ok) return checked;
    const kept = await somebodyAdministers(tx, post, press.lastDay, today);
    if (!kept.ok) return kept;
    await setPostEnd(tx, post.id, press.lastDay);
    await settleAccountKind(tx, post.personId, today);
    await logAct(tx, press, 'end-post', { kind: 'person', id: post.personId });
    return accepted(true);
  });
}

async function somebodyAdministers(
  tx: Tx,
  post: DatedPost,
  lastDay: CivilDate,
  today: CivilDate,
): Promise<Outcome<true>> {
  if (post.role !== 'system-administrator') return accepted(true);
  const others = (await listPostsOfPerson(tx, post.personId, today)).filter(
    (one) => one.id !== post.id && one.role === post.role && one.validFrom <= today && one.validTo === null,
  );
  if (others.length > 0) return accepted(true);
  const after = withEnd(await listAdministrators(tx, today), post.personId, lastDay);
  return keepsAnAdministrator(after);
}
