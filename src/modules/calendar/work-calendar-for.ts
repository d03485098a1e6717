import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { OpeningCalendar } from '#kernel/working-time/opening-hours.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Queries } from '#platform/db/database.ts';
import { getVersion, listDays, listKnownYears, listOfficeHours, listOpeningHours } from './store.ts';

interface OfficeCalendars {
  readonly work: WorkCalendar;
  readonly opening: OpeningCalendar;
}

/**
 * Calendars by version and office. The version is read from the database each time, so another process's
 * change is seen at once; content of the same version is the same, whoever kept it.
 */
const kept = new Map<string, OfficeCalendars>();
const MOST_KEPT = 500;

/** Counting days and office hours of an office; null: of an office without its own hours. */
export async function workCalendarFor(q: Queries, officeId: string | null): Promise<WorkCalendar> {
  return (await calendarsFor(q, officeId)).work;
}

/** When the counter of an office is open. */
export async function openingCalendarFor(q: Queries, officeId: string | null): Promise<OpeningCalendar> {
  return (await calendarsFor(q, officeId)).opening;
}

async function calendarsFor(q: Queries, officeId: string | null): Promise<OfficeCalendars> {
  const version = await getVersion(q);
  const key = `${version}/${officeId ?? ''}`;
  const found = kept.get(key);
  if (found) return found;
  const calendars = await read(q, officeId);
  // A change that came between the reads belongs to the next version: use it now, do not keep it.
  if ((await getVersion(q)) !== version) return calendars;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, calendars);
  return calendars;
}

async function read(q: Queries, officeId: string | null): Promise<OfficeCalendars> {
  const days = await listDays(q);
  const years = await listKnownYears(q);
  const hours = await listOfficeHours(q, officeId);
  const opening = officeId === null ? [] : await listOpeningHours(q, officeId);
  const work = new WorkCalendar({ days, ...knownSpan(years), hours });
  return { work, opening: new OpeningCalendar(work, opening) };
}

/** From the first known year to the end of the last one that follows without a gap. */
function knownSpan(years: readonly number[]): { knownFrom: CivilDate; knownUntil: CivilDate } {
  const first = years[0] ?? 1970;
  let last = first;
  for (const year of years) if (year === last + 1) last = year;
  return { knownFrom: civilDate(`${first}-01-01`), knownUntil: civilDate(`${last}-12-31`) };
}
