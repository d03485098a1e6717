import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { DossierLine } from '../store/lists.ts';
import type { DossierPageDeps } from './page-deps.ts';

/** Time is left by the calendar of the one-stop that took a dossier in. */
export async function calendarsOf(
  deps: Pick<DossierPageDeps, 'db' | 'calendarFor'>,
  lines: readonly DossierLine[],
) {
  const calendars = new Map<string, WorkCalendar>();
  for (const { intakeOfficeId: id } of lines)
    if (!calendars.has(id)) calendars.set(id, await deps.calendarFor(deps.db, id));
  return ({ intakeOfficeId }: DossierLine): WorkCalendar => {
    const calendar = calendars.get(intakeOfficeId);
    if (!calendar) throw new Error('a line without calendar');
    return calendar;
  };
}
