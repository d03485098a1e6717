import type { Actor } from '#kernel/actor.ts';
import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

/** Whose hours somebody may change: an administrator all, a calendar manager those of her own agency. */
export function mayChangeHours(actor: Actor, agencyId: string | null): boolean {
  return actor.posts.some(
    (post) =>
      post.role === 'system-administrator' ||
      (post.role === 'calendar-manager' && agencyId !== null && post.agencyId === agencyId),
  );
}

/**
 * From which day hours may hold. The first hours that an office is given may have begun before; later ones begin
 * today at the earliest, because limits have run by the old ones. Refuses `calendar/hours-in-the-past`.
 */
export function checkHoursFrom(from: CivilDate, today: CivilDate, hasOwn: boolean): Outcome<true> {
  return hasOwn && from < today
    ? refused('calendar/hours-in-the-past', { today: formatCivilDate(today) }, 'tu')
    : accepted(true);
}
