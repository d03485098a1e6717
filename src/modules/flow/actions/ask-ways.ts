import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { CalendarFor } from '#modules/calendar/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { FlowStep } from '../rules/happened.ts';
import { movesOf } from '../rules/moves.ts';
import { mostFrequent, type TimedWay } from '../rules/ways.ts';
import { countWays, findPlan, listWays, type PublishedWay, type WaysAsked } from '../store/ways.ts';

/**
 * Ways that are read at most, those received last: all of a year of one agency (of 20,000 dossiers a year the most
 * frequent procedure has 3,100), and still under a second. What is left out beyond is said on the page.
 */
export const MOST_WAYS = 10_000;

export interface Ways {
  /** The steps that most of them were planned with. */
  readonly design: readonly FlowStep[];
  readonly ways: readonly TimedWay[];
  /** Names of all steps that were planned, by their codes. */
  readonly names: ReadonlyMap<string, string>;
  /** Ways that are over in the period, also those that were not read. */
  readonly over: number;
  /** Dossiers still on their way. */
  readonly open: number;
  /** Planned with other steps than the design. */
  readonly otherwise: number;
}

/** How the dossiers of a procedure went: each way with its times in office hours of the one-stop that took it in. */
export async function askWays(q: Queries, asked: WaysAsked, calendarFor: CalendarFor): Promise<Ways> {
  const { over, open } = await countWays(q, asked);
  const published = await listWays(q, asked, MOST_WAYS);
  const calendars = new Map<string, WorkCalendar>();
  for (const { intakeOfficeId: id } of published)
    if (!calendars.has(id)) calendars.set(id, await calendarFor(q, id));
  const ways = published.map((one) => timed(one, calendars.get(one.intakeOfficeId)));
  const plans = published.map(planOf);
  const plan = mostFrequent(plans);
  const names = new Map<string, string>();
  let design: readonly FlowStep[] = [];
  for (const one of new Set(plans)) {
    const steps = await findPlan(q, published[plans.indexOf(one)]?.id ?? '');
    for (const { code, name } of steps) names.set(code, name);
    if (one === plan) design = steps;
  }
  return { design, ways, names, over, open, otherwise: plans.filter((one) => one !== plan).length };
}

function planOf({ events }: PublishedWay): string {
  const steps = events.findLast((event) => event.steps !== null)?.steps ?? [];
  return steps.map(({ code }) => code).join();
}

function timed({ receivedAt, endedAt, events }: PublishedWay, calendar: WorkCalendar | undefined): TimedWay {
  if (!calendar) throw new Error('a way without calendar');
  let last = receivedAt;
  const moves = movesOf(events).map(({ code, at }) => {
    const minutes = Math.max(0, officeMinutesBetween(calendar, last, at));
    last = at;
    return { code, minutes };
  });
  return { moves, minutes: Math.max(0, officeMinutesBetween(calendar, receivedAt, endedAt)) };
}
