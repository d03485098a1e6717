import { type CivilDate, dateOf, dayNumber } from '#kernel/civil-date.ts';
import { type Instant, instantOfMs, isInstant, msOfInstant } from '#kernel/instant.ts';
import { MINUTES_OF_DAY, minuteOfInstant } from '#kernel/working-time/local-minute.ts';
import { addOfficeMinutes } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Case, Passage } from './case.ts';
import { lastMonths } from './evaluate.ts';
import { midnight, type Past } from './fit.ts';
import { type Axis, clockAxis, officeAxis } from './office-axis.ts';

/** A case of a log of events, whoever wrote it. */
export interface LoggedCase {
  readonly caseId: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly events: readonly {
    readonly at: Instant;
    readonly activity: string;
    readonly group: string | null;
    readonly resource: string | null;
  }[];
}

export interface LogPast {
  readonly past: Past;
  readonly first: CivilDate;
  readonly cut: CivilDate;
  /** The last event. */
  readonly until: Instant;
  /** Office hours of Viet Nam, or every minute where too many events lie outside of them. */
  readonly measured: 'office-hours' | 'clock';
  /** Cases whose log says a due moment; the others got the limit in which nine of ten before the cut had ended. */
  readonly withDue: number;
  readonly limitMinutes: number;
}

/** A log says neither what a limit is nor when a case has ended. */
const LIMIT_QUANTILE = 0.9;
const IN_OFFICE = 0.9;
/** An activity ends cases when more than so many of those to which it comes end with it. */
const ENDING = 0.5;

/**
 * A log as a past: the time after an event until the next is the passage of that activity. A case has ended when its log
 * says so (an attribute `ended`), otherwise when it stands at an activity with which most cases end that come to it. Null without two events.
 */
export function pastOfLog(logged: readonly LoggedCase[], calendar: WorkCalendar): LogPast | null {
  const cases = logged.filter(({ events }) => events.length > 1).map(inOrder);
  const moments = cases.flatMap(({ events }) => events.map(({ at }) => at)).sort();
  const [firstAt, until] = [moments[0], moments.at(-1)];
  if (firstAt === undefined || until === undefined) return null;
  const lastReceipt = cases.reduce<Instant>((last, { events }) => laterOf(last, events[0]?.at), firstAt);
  const cut = lastMonths(dateOf(firstAt), dateOf(lastReceipt));
  const inOffice = moments.filter((at) => isOfficeTime(calendar, at)).length / moments.length >= IN_OFFICE;
  const axis = inOffice ? officeAxis(calendar, firstAt) : clockAxis;
  const endings = endingActivities(cases);
  const made = cases.map((one) => caseOf(one, endings));
  const limitMinutes = usualLimit(made, axis, midnight(cut));
  const after = (at: Instant) =>
    inOffice
      ? addOfficeMinutes(calendar, at, limitMinutes)
      : instantOfMs(msOfInstant(at) + limitMinutes * 60_000);
  const counts = (day: CivilDate) => !inOffice || calendar.counts(dayNumber(day));
  const limited = made.map((one) => ({ ...one, dueAt: one.dueAt ?? after(one.receivedAt) }));
  return {
    past: { cases: limited, axisOf: () => axis, each: 1, counts },
    ...{ first: dateOf(firstAt), cut, until, limitMinutes },
    measured: inOffice ? 'office-hours' : 'clock',
    withDue: made.filter(({ dueAt }) => dueAt !== null).length,
  };
}

const inOrder = (one: LoggedCase): LoggedCase => ({
  ...one,
  events: one.events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
});

const laterOf = (one: Instant, other: Instant | undefined) =>
  other !== undefined && other > one ? other : one;

function isOfficeTime(calendar: WorkCalendar, at: Instant): boolean {
  const minute = minuteOfInstant(at);
  const day = Math.floor(minute / MINUTES_OF_DAY);
  const within = minute - day * MINUTES_OF_DAY;
  return (
    calendar.counts(day) && calendar.hoursOn(day).spans.some(({ from, to }) => from <= within && within <= to)
  );
}

function endingActivities(cases: readonly LoggedCase[]): ReadonlySet<string> {
  const [come, end] = [new Map<string, number>(), new Map<string, number>()];
  const count = (into: Map<string, number>, activity: string) =>
    into.set(activity, (into.get(activity) ?? 0) + 1);
  for (const { events } of cases) {
    for (const activity of new Set(events.map((event) => event.activity))) count(come, activity);
    count(end, events.at(-1)?.activity ?? '');
  }
  return new Set([...end].filter(([one, n]) => n > ENDING * (come.get(one) ?? 0)).map(([one]) => one));
}

function caseOf({ caseId, attributes, events }: LoggedCase, endings: ReadonlySet<string>): Case {
  const [first, last] = [events[0], events.at(-1)];
  const said = momentOf(attributes, /(^|[:_ ])ended$/i);
  const endedAt = said ?? (last !== undefined && endings.has(last.activity) ? last.at : null);
  const steps = endedAt === null ? events : events.filter(({ at }) => at < endedAt);
  return {
    ...{ of: caseId, procedure: textOf(attributes, /procedure/i), field: '', hours: '' },
    receivedAt: first?.at ?? instantOfMs(0),
    dueAt: momentOf(attributes, /(^|[:_ ])(first-?)?due/i),
    endedAt,
    ...{ brokenOffAt: null, reappointedAt: null, pauses: [], dueMoved: [] },
    holders: steps.map(({ at, resource }) => ({ from: at, who: resource })),
    passages: steps.map(
      ({ at, activity, group }, n): Passage => ({
        ...{ step: activity, office: group ?? '', from: at, to: events[n + 1]?.at ?? null },
      }),
    ),
  };
}

function textOf(attributes: LoggedCase['attributes'], name: RegExp): string {
  const found = Object.entries(attributes).find(
    ([key, value]) => name.test(key) && typeof value === 'string',
  );
  return found ? String(found[1]) : '';
}

function momentOf(attributes: LoggedCase['attributes'], name: RegExp): Instant | null {
  const text = textOf(attributes, name);
  return isInstant(text) ? text : null;
}

/** Of the cases that had ended before the cut: nine of ten took no longer. At least a minute. */
function usualLimit(cases: readonly Case[], axis: Axis, cut: Instant): number {
  const took = cases
    .flatMap(({ receivedAt, endedAt }) =>
      endedAt && endedAt < cut ? [axis(endedAt) - axis(receivedAt)] : [],
    )
    .sort((a, b) => a - b);
  return Math.max(1, took[Math.floor(took.length * LIMIT_QUANTILE)] ?? 1);
}
