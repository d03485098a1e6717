import { postsWithRole } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { MOST_DAYS, readDays } from '../rules/unfetched.ts';
import { insertUnfetchedDays } from '../store/unfetched-days.ts';
import { auditPost } from './audit-post.ts';
import type { DossierDeps, Press } from './deps.ts';

/**
 * The head of a one-stop decides after how many days a result that nobody fetched is said to wait too long.
 * Earlier decisions stay. Refusals: `not-your-agency`, `wrong-days`.
 */
export function setUnfetchedDays(
  deps: DossierDeps,
  { actor, origin, key }: Press,
  typed: { readonly agencyId: string; readonly days: string },
): Promise<Outcome<null>> {
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const { agencyId } = typed;
    const post = postsWithRole(actor, ['one-stop-head']).find((one) => one.agencyId === agencyId);
    if (!post) return refused('dossiers/not-your-agency');
    const days = readDays(typed.days);
    if (days === null) return refused('dossiers/wrong-days', { most: MOST_DAYS }, 'days');
    const row = { agencyId, days, setAt: deps.clock.now(), setBy: actor.accountId, key };
    if (!(await insertUnfetchedDays(tx, row))) return accepted(null);
    await record(tx, {
      ...origin,
      action: 'dossiers/set-unfetched-days',
      ...auditPost(actor, post),
      subject: { kind: 'agency', id: agencyId },
      result: 'allowed',
    });
    return accepted(null);
  });
}
