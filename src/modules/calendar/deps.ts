import type { Actor } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import type { Database, Queries } from '#platform/db/database.ts';

export interface CalendarDeps {
  readonly db: Database;
}

export interface CalendarPress {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
}

/** What moved: limits that run over these days may end on another one. */
export interface CalendarChanged extends Readonly<Record<string, unknown>> {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Whose hours; null: of all offices. */
  readonly officeId: string | null;
}

export function logCalendar(
  q: Queries,
  { actor, origin }: CalendarPress,
  action: string,
  id: string,
): Promise<void> {
  const post = actor.posts.find(({ role }) => role === 'calendar-manager' || role === 'system-administrator');
  const real = post !== undefined && post.id !== actor.accountId;
  return record(q, {
    ...origin,
    action: `calendar/${action}`,
    accountId: actor.accountId,
    postId: real ? post.id : null,
    officeId: real ? post.officeId : null,
    subject: { kind: 'calendar', id },
    result: 'allowed',
  });
}
