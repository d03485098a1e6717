import type { Instant } from '#kernel/instant.ts';
import type { Pause } from '#kernel/working-time/limit.ts';
import { datesOf, saidDate } from './change.ts';
import type { Dossier } from './dossier.ts';
import type { EventOf } from './event.ts';
import type { Filing } from './filing.ts';
import { nationalAfter } from './national-clock.ts';

/** Of a step what its planned end is counted from, and that end. */
export interface SharedStep {
  readonly share: number;
  readonly dueAt: Instant | null;
}

/** What of a dossier its dates are counted from, and where they stand. */
export interface ClockOf {
  readonly receivedAt: Dossier['receivedAt'];
  readonly firstDueAt: Dossier['firstDueAt'];
  readonly clock: Dossier['clock'];
  readonly national: Dossier['national'];
  readonly filing: Pick<Filing, 'limit' | 'cutoff' | 'commitment'>;
  readonly steps: readonly SharedStep[];
  readonly plannedFrom: Dossier['plannedFrom'];
  readonly knownDueAt: Dossier['knownDueAt'];
  readonly supplements: Dossier['supplements'];
}

/**
 * The clock as it stands beside the row of a dossier, so that a change of the calendar need not read its history: what it
 * counts from, which no calendar changes, and where its dates stand. Null: its clock does not run by our rules, and no
 * calendar moves it.
 */
export function keptClock(dossier: ClockOf): KeptClock | null {
  return isMoved(dossier) ? { clock: keptBasis(dossier), dates: keptDates(dossier) } : null;
}

export interface KeptClock {
  readonly clock: string;
  readonly dates: string;
}

/** Its clock runs by our rules: a calendar can move it. */
const isMoved = ({ clock }: ClockOf) => clock.state === 'running' && !clock.promised;

/** What it counts from; every key in its place, so that the same is the same text, wherever its parts were read. */
function keptBasis({ receivedAt, firstDueAt, clock, national, filing, steps, ...dossier }: ClockOf): string {
  const { limit, cutoff, commitment } = filing;
  const basis: Basis = {
    ...{ receivedAt, firstDueAt, plannedFrom: dossier.plannedFrom, supplements: dossier.supplements },
    filing: {
      ...{ limit: amount(limit), cutoff },
      ...(commitment && { commitment: promiseOf(commitment) }),
    },
    clock: {
      ...{ state: clock.state, countsFrom: clock.countsFrom, promised: clock.promised },
      ...{ stoppedAt: clock.stoppedAt, restartBasis: clock.restartBasis, pauses: clock.pauses.map(inOrder) },
    },
    national: {
      ...{ said: national.said, promised: national.promised },
      pauses: national.pauses.map(inOrder),
    },
    shares: steps.map((step) => step.share),
  };
  return JSON.stringify(basis);
}

/** Where its dates stand. */
function keptDates({ clock, national, steps, knownDueAt }: ClockOf): string {
  const { dueAt, committedAt, certain, remaining } = clock;
  const dates: Dates = {
    clock: { ...{ dueAt, committedAt, certain }, remaining: amount(remaining) },
    ...{ national: national.dueAt, knownDueAt, ends: steps.map((step) => step.dueAt) },
  };
  return JSON.stringify(dates);
}

const amount = <T extends { readonly value: unknown; readonly unit: unknown }>(of: T | null) =>
  of && { value: of.value as T['value'], unit: of.unit as T['unit'] };
const promiseOf = ({ limit: { value, unit }, basis }: NonNullable<Filing['commitment']>) => ({
  ...{ limit: { value, unit }, basis },
});
const inOrder = ({ from, to, basis }: Pause): Pause => ({
  ...{ from, to },
  ...(basis === undefined ? {} : { basis }),
});

type MovedOfClock = 'dueAt' | 'committedAt' | 'certain' | 'remaining';
type Basis = Omit<ClockOf, 'steps' | 'clock' | 'national' | 'knownDueAt'> & {
  readonly clock: Omit<ClockOf['clock'], MovedOfClock>;
  readonly national: Omit<ClockOf['national'], 'dueAt'>;
  readonly shares: readonly number[];
};
interface Dates {
  readonly clock: Pick<ClockOf['clock'], MovedOfClock>;
  readonly national: Instant | null;
  readonly knownDueAt: Instant | null;
  readonly ends: readonly (Instant | null)[];
}

/** What `keptClock` has written. */
export function readClock(kept: KeptClock): ClockOf {
  const { shares, ...basis } = JSON.parse(kept.clock) as Basis;
  const { ends, knownDueAt, ...dates } = JSON.parse(kept.dates) as Dates;
  return {
    ...basis,
    knownDueAt,
    clock: { ...basis.clock, ...dates.clock },
    national: { ...basis.national, dueAt: dates.national },
    steps: shares.map((share, index) => ({ share, dueAt: ends[index] ?? null })),
  };
}

/**
 * What stands otherwise in it once the calendar has moved `before`: the dates; of histories from before also that QĐ 766 is said
 * now, and all of it where nothing was kept (`unkept`).
 */
export function keptOfMoved(
  before: ClockOf,
  after: ClockOf,
  unkept: boolean,
): Pick<KeptClock, 'dates'> & Partial<KeptClock> {
  const sameBasis = !unkept && before.national.said === after.national.said;
  return { ...(sameBasis ? {} : { clock: keptBasis(after) }), dates: keptDates(after) };
}

/** The same clock once the calendar has moved its dates. */
export function clockRecomputed<D extends Pick<ClockOf, 'clock' | 'national' | 'knownDueAt' | 'supplements'>>(
  dossier: D,
  body: EventOf<'due-date-recomputed'>['body'],
) {
  const dates = datesOf(body.clock);
  const said = saidDate(dates);
  const known = dossier.knownDueAt ?? saidDate(dossier.clock);
  const { pauses } = dossier.national;
  return {
    clock: { ...dossier.clock, ...dates },
    national: nationalAfter(dossier, body.nationalDueAt, { pauses, legal: dates.dueAt }),
    knownDueAt: known === said ? null : known,
  };
}

/** The steps with their planned ends. */
export function endingAt<S extends SharedStep>(
  steps: readonly S[],
  ends: readonly (Instant | null)[],
): readonly S[] {
  return steps.map((step, index) => ({ ...step, dueAt: ends[index] ?? null }));
}
