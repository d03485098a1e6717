import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { timeLeft } from '#kernel/working-time/time-left.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { oncePerOffice } from '#modules/calendar/index.ts';
import { listOfficesInForce, nameAccounts } from '#modules/identity/index.ts';
import type { TimeLeftView } from '#ui/components/time-left.tsx';
import type { ReminderDeps } from '../deps.ts';
import type { StandingLine } from '../store/standing.ts';

/** A line with the names of who has to act, and how long it still is or has been. */
export type StandingView<L extends StandingLine> = L & {
  readonly officeName: string;
  readonly personName: string | null;
  readonly left: TimeLeftView;
};

export async function viewsOf<L extends StandingLine>(
  { db, calendarFor }: ReminderDeps,
  lines: readonly L[],
  now: Instant,
): Promise<StandingView<L>[]> {
  if (lines.length === 0) return [];
  const offices = new Map((await listOfficesInForce(db, dateOf(now))).map(({ id, name }) => [id, name]));
  const people = await nameAccounts(
    db,
    lines.flatMap(({ accountId }) => (accountId === null ? [] : [accountId])),
  );
  const calendars = oncePerOffice(calendarFor);
  const views: StandingView<L>[] = [];
  for (const line of lines) {
    const calendar = await calendars(db, line.rule === 'still' ? line.officeId : line.intakeOfficeId);
    views.push({
      ...line,
      officeName: offices.get(line.officeId) ?? '',
      personName: line.accountId === null ? null : (people.get(line.accountId) ?? ''),
      left: leftView(calendar, line.by, now),
    });
  }
  return views;
}

function leftView(calendar: WorkCalendar, by: Instant, now: Instant): TimeLeftView {
  const left = timeLeft(calendar, now, by);
  if (left.value === 0 && !left.late) return { kind: 'due-now' };
  const unit = left.unit === 'working-days' ? 'days' : left.unit;
  return { kind: left.late ? 'late' : 'soon', amount: left.value, unit };
}
