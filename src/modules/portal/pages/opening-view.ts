import { dateOf, dayNumber, formatCivilDate, timeOf } from '#kernel/civil-date.ts';
import { type Weekday, weekdayOfDayNumber } from '#kernel/day-number.ts';
import type { Instant } from '#kernel/instant.ts';
import { capitalised } from '#kernel/vietnamese-text.ts';
import type { OpenState } from '#kernel/working-time/opening-hours.ts';
import {
  openingCalendarFor,
  openState,
  openStateInWords,
  weekdayInWords,
  workCalendarFor,
} from '#modules/calendar/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Words } from '#platform/i18n/words.ts';
import { weekdayName } from '#ui/dates.ts';
import { weeklyHours } from '../rules/weekly-hours.ts';
import type { HoursRow, OfficeAddress, Opening, OtherOffice } from './opening.ts';
import { paths } from './paths.ts';
import type { Place } from './place.ts';
import { spanInWords } from './public-frame.ts';

export function addressOf(oneStop: OfficeInForce, agency: OfficeInForce): OfficeAddress {
  return {
    name: oneStop.name,
    address: oneStop.address ?? agency.address ?? '',
    phone: oneStop.phone ?? agency.phone ?? undefined,
  };
}

export async function openingOf(t: Words, q: Queries, officeId: string, now: Instant): Promise<Opening> {
  return openingInWords(t, await openState(q, officeId, now), now);
}

export function openingInWords(t: Words, state: OpenState, now: Instant): Opening {
  if (state.open) return { open: true, until: timeOf(state.until) };
  if (state.opensAt === null) return { open: false, next: t('portal.opening.unknown') };
  const date = dateOf(state.opensAt);
  const time = timeOf(state.opensAt);
  if (date === dateOf(now)) return { open: false, next: t('portal.opening.today', { time }) };
  const day = { time, weekday: weekdayName(t, date), date: formatCivilDate(date) };
  return { open: false, next: t('portal.opening.another-day', day) };
}

/** Opening hours of an ordinary week, days of the same hours together. */
export async function hoursRows(t: Words, q: Queries, officeId: string, now: Instant): Promise<HoursRow[]> {
  const work = await workCalendarFor(q, officeId);
  const opening = await openingCalendarFor(q, officeId);
  const today = dayNumber(dateOf(now));
  const rows = weeklyHours(opening, (day) => work.kindOf(day), today, weekdayOfDayNumber);
  return [
    ...rows.map(({ from, to, spans }) => ({
      days: daysInWords(t, from, to),
      spans: spans.map(spanInWords),
      note: spans.length === 0 ? t('portal.hours.closed') : undefined,
    })),
    { days: t('portal.hours.holidays'), spans: [], note: t('portal.hours.closed') },
  ];
}

function daysInWords(t: Words, from: Weekday, to: Weekday): string {
  const [first, last] = [weekdayInWords(t, from), weekdayInWords(t, to)];
  const text = from === to ? first : t('portal.hours.days', { first, last });
  return capitalised(text);
}

/** The other offices in force; open or not stands before where they are. */
export function otherOffices(t: Words, q: Queries, place: Place, now: Instant): Promise<OtherOffice[]> {
  const others = place.agencies.filter((agency) => agency.id !== place.agency.id);
  return Promise.all(
    others.map(async (agency) => {
      const oneStop = place.oneStops.find((office) => office.agencyId === agency.id) ?? agency;
      const state = await openState(q, oneStop.id, now);
      return {
        ...addressOf(oneStop, agency),
        agency: agency.shortName,
        href: paths.office(agency.code),
        state: openStateInWords(t, state, now),
        isOpen: state.open,
      };
    }),
  );
}
