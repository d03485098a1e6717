import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { OpenState } from '#kernel/working-time/opening-hours.ts';
import type { Queries } from '#platform/db/database.ts';
import { listDaysOffFrom, type NamedDay } from './store.ts';
import { openingCalendarFor } from './work-calendar-for.ts';

/** Whether an office's counter is open now (legal time), until when, or when it opens next. */
export async function openState(q: Queries, officeId: string | null, now: Instant): Promise<OpenState> {
  return (await openingCalendarFor(q, officeId)).stateAt(now);
}

/** The next days off by law or exchange from a day on (that day included); ordinary weekends are not in it. */
export function nextDaysOff(q: Queries, from: CivilDate, limit: number): Promise<NamedDay[]> {
  return listDaysOffFrom(q, from, limit);
}
