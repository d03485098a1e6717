import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Queries } from '#platform/db/database.ts';

/** Counting days and hours of an office. */
export type CalendarFor = (q: Queries, officeId: string) => Promise<WorkCalendar>;

/** The same, asking for each office once: for one job or one page, in which a calendar stays as it is. */
export function oncePerOffice(calendarFor: CalendarFor): CalendarFor {
  const known = new Map<string, Promise<WorkCalendar>>();
  return (q, officeId) => {
    const found = known.get(officeId) ?? calendarFor(q, officeId);
    known.set(officeId, found);
    return found;
  };
}
