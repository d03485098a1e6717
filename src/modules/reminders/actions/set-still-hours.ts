import { postsWithRole } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { Presser, ReminderDeps } from '../deps.ts';
import { MOST_STILL_HOURS, readHours } from '../rules/still-hours.ts';
import { insertStillHours } from '../store/still-hours.ts';

/**
 * The head of a one-stop decides after how many office hours a dossier of the agency that nobody moves is said to stand
 * still. Earlier decisions stay. Refusals: `not-your-agency`, `wrong-hours`.
 */
export function setStillHours(
  deps: ReminderDeps,
  { actor, origin, key }: Presser,
  typed: { readonly agencyId: string; readonly hours: string },
): Promise<Outcome<null>> {
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const { agencyId } = typed;
    const post = postsWithRole(actor, ['one-stop-head']).find((one) => one.agencyId === agencyId);
    if (!post) return refused('reminders/not-your-agency');
    const hours = readHours(typed.hours);
    if (hours === null) return refused('reminders/wrong-hours', { most: MOST_STILL_HOURS }, 'hours');
    const row = { agencyId, hours, setAt: deps.clock.now(), setBy: actor.accountId, key };
    if (!(await insertStillHours(tx, row))) return accepted(null);
    await record(tx, {
      ...origin,
      action: 'reminders/set-still-hours',
      accountId: actor.accountId,
      postId: post.id,
      officeId: post.officeId,
      subject: { kind: 'agency', id: agencyId },
      result: 'allowed',
    });
    return accepted(null);
  });
}
