import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Weekday } from '#kernel/day-number.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { WrittenSpan } from '#kernel/working-time/office-hours.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type CalendarDeps, type CalendarPress, logCalendar } from '../deps.ts';
import { checkHoursFrom, mayChangeHours } from '../rules/hours-change.ts';
import { parseSpans } from '../rules/spans.ts';
import { lockCalendar } from '../store-days.ts';
import {
  keepOfficeHours,
  keepOpeningHours,
  listAllHours,
  listAllOpening,
  type Weekly,
} from '../store-hours.ts';
import { tellChanged, UNTIL_FURTHER_NOTICE } from './changed.ts';

interface HoursPress extends CalendarPress {
  readonly validFrom: CivilDate;
  /** How many periods the form knew: one more means that somebody was faster. */
  readonly seen: number;
}

/**
 * Office hours of an office, or of all without their own (null), from a day on: limits run by them. Refuses
 * `calendar/not-allowed`, as `parseSpans` and `checkHoursFrom`, `calendar/changed-meanwhile`.
 */
export async function changeOfficeHours(
  deps: CalendarDeps,
  press: HoursPress & { readonly office: { id: string; agencyId: string } | null; readonly hours: string },
): Promise<Outcome<true>> {
  const officeId = press.office?.id ?? null;
  if (!mayChangeHours(press.actor, press.office?.agencyId ?? null)) return refused('calendar/not-allowed');
  const spans = parseSpans(press.hours, 'gio');
  if (!spans.ok) return spans;
  if (spans.value.length === 0) return refused('calendar/hours-missing', {}, 'gio');
  return inTransaction(deps.db, async (tx) => {
    await lockCalendar(tx);
    const own = (await listAllHours(tx)).filter((one) => one.officeId === officeId);
    const same = own.find((one) => one.validFrom === press.validFrom);
    if (same && JSON.stringify(same.spans) === JSON.stringify(spans.value)) return accepted(true);
    const { legalNow } = press.origin;
    const from = checkHoursFrom(press.validFrom, dateOf(legalNow), own.length > 0);
    if (!from.ok) return from;
    if (own.length !== press.seen) return refused('calendar/changed-meanwhile');
    const { validFrom } = press;
    const by = press.actor.accountId;
    await keepOfficeHours(tx, { officeId, validFrom, spans: spans.value, by, at: legalNow });
    await tellChanged(tx, press, { from: validFrom, to: UNTIL_FURTHER_NOTICE, officeId });
    await logCalendar(tx, press, 'change-office-hours', officeId ?? 'all');
    return accepted(true);
  });
}

/**
 * When the counter of an office is open, by weekday, from a day on; no limit runs by it. Refuses as
 * `changeOfficeHours`, and `calendar/never-open`.
 */
export async function changeOpeningHours(
  deps: CalendarDeps,
  press: HoursPress & {
    readonly office: { readonly id: string; readonly agencyId: string };
    /** Text by weekday, 1 to 7. */
    readonly hours: Readonly<Record<Weekday, string>>;
  },
): Promise<Outcome<true>> {
  const { office, validFrom } = press;
  if (!mayChangeHours(press.actor, office.agencyId)) return refused('calendar/not-allowed');
  const weekly = parseWeek(press.hours);
  if (!weekly.ok) return weekly;
  return inTransaction(deps.db, async (tx) => {
    await lockCalendar(tx);
    const own = (await listAllOpening(tx)).filter((one) => one.officeId === office.id);
    const same = own.find((one) => one.validFrom === validFrom);
    if (same && sameWeek(same.weekly, weekly.value)) return accepted(true);
    const { legalNow } = press.origin;
    const from = checkHoursFrom(validFrom, dateOf(legalNow), own.length > 0);
    if (!from.ok) return from;
    if (own.length !== press.seen) return refused('calendar/changed-meanwhile');
    const by = press.actor.accountId;
    await keepOpeningHours(tx, { officeId: office.id, validFrom, weekly: weekly.value, by, at: legalNow });
    await logCalendar(tx, press, 'change-opening-hours', office.id);
    return accepted(true);
  });
}

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function parseWeek(hours: Readonly<Record<Weekday, string>>): Outcome<Weekly> {
  const weekly: Partial<Record<Weekday, readonly WrittenSpan[]>> = {};
  for (const day of weekdays) {
    const spans = parseSpans(hours[day], `thu-${day}`);
    if (!spans.ok) return spans;
    if (spans.value.length > 0) weekly[day] = spans.value;
  }
  return Object.keys(weekly).length === 0 ? refused('calendar/never-open', {}, 'thu-1') : accepted(weekly);
}

function sameWeek(a: Weekly, b: Weekly): boolean {
  return weekdays.every((day) => JSON.stringify(a[day] ?? []) === JSON.stringify(b[day] ?? []));
}
