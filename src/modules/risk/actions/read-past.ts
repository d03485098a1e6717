import { addDays, dateOf, dayNumber } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Database, Queries } from '#platform/db/database.ts';
import type { Case } from '../rules/case.ts';
import { casesOf, type Kind } from '../rules/cases-of-moves.ts';
import { midnight, type Past } from '../rules/fit.ts';
import { type Axis, officeAxis } from '../rules/office-axis.ts';
import { countReceivedSince, listHolders, listKindsSince, listMoves } from '../store/moves.ts';

export interface RiskDeps {
  readonly db: Database;
  /** Legal time. */
  readonly clock: { now(): Instant };
  readonly calendarFor: (q: Queries, officeId: string) => Promise<WorkCalendar>;
}

/** Each month of the year twice; older ones were worked on by other people, other rules. */
const DAYS = 790;
/** More than so many say nothing new. */
const MOST = 40_000;
const AT_ONCE = 2_000;

/** The dossiers of the last twenty-six months until `now`, or a fair share of them. */
export async function readPast(deps: RiskDeps, now: Instant): Promise<Past> {
  const since = midnight(addDays(dateOf(now), -DAYS));
  const each = Math.max(1, Math.ceil((await countReceivedSince(deps.db, since)) / MOST));
  const kinds = await listKindsSince(deps.db, since, each);
  const cases: Case[] = [];
  for (let n = 0; n < kinds.length; n += AT_ONCE)
    cases.push(...(await casesOfKinds(deps, kinds.slice(n, n + AT_ONCE))));
  const axes = new Axes(deps, since);
  await axes.know(kinds);
  return { cases, axisOf: (hours) => axes.of(hours), each, counts: await daysThatCount(deps, kinds) };
}

async function casesOfKinds(deps: RiskDeps, kinds: readonly Kind[]): Promise<Case[]> {
  const ids = kinds.map(({ of }) => of);
  const holders = await listHolders(deps.db, ids);
  return (await runsOfKinds(deps, kinds)).map((one) => ({ ...one, holders: holders.get(one.of) ?? [] }));
}

/** The runs of their clocks, without who held them. */
export async function runsOfKinds({ db }: RiskDeps, kinds: readonly Kind[]): Promise<Case[]> {
  const ids = kinds.map(({ of }) => of);
  const moves = await listMoves(db, ids);
  return kinds.flatMap((kind) => casesOf(kind, moves.get(kind.of) ?? []));
}

/** The lines of office minutes of the one-stops, from a moment on; each is drawn once. */
export class Axes {
  readonly #deps: Pick<RiskDeps, 'db' | 'calendarFor'>;
  readonly #since: Instant;
  readonly #known = new Map<string, Axis>();

  constructor(deps: Pick<RiskDeps, 'db' | 'calendarFor'>, since: Instant) {
    this.#deps = deps;
    this.#since = since;
  }

  async know(kinds: readonly Kind[]): Promise<void> {
    const { db, calendarFor } = this.#deps;
    for (const { hours } of kinds)
      if (!this.#known.has(hours))
        this.#known.set(hours, officeAxis(await calendarFor(db, hours), this.#since));
  }

  of(hours: string): Axis {
    const axis = this.#known.get(hours);
    if (!axis) throw new Error('a case without office hours');
    return axis;
  }
}

/** Counting days are the same everywhere; only the hours differ. */
async function daysThatCount(
  { db, calendarFor }: RiskDeps,
  [first]: readonly Kind[],
): Promise<Past['counts']> {
  if (!first) return () => false;
  const calendar = await calendarFor(db, first.hours);
  return (day) => calendar.counts(dayNumber(day));
}
