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
 * The clock as it stands beside the row of a dossier, so that a change of the calendar need not read its history. Null: its
 * clock does not run by our rules, and no calendar moves it.
 */
export function keptClock(dossier: ClockOf): string | null {
  const { receivedAt, firstDueAt, clock, national, filing, steps, plannedFrom } = dossier;
  if (clock.state !== 'running' || clock.promised) return null;
  const { limit, cutoff, commitment } = filing;
  const { knownDueAt, supplements } = dossier;
  const { state, countsFrom, dueAt, committedAt, certain, promised, remaining } = clock;
  // every key in its place, so that the same clock is the same text, wherever its parts were read
  const kept: Kept = {
    ...{ receivedAt, firstDueAt, plannedFrom, knownDueAt, supplements },
    filing: {
      ...{ limit: amount(limit), cutoff },
      ...(commitment && { commitment: promiseOf(commitment) }),
    },
    clock: {
      ...{ state, countsFrom, dueAt, committedAt, certain, promised, remaining: amount(remaining) },
      ...{ stoppedAt: clock.stoppedAt, restartBasis: clock.restartBasis },
      ...{ pauses: clock.pauses.map(inOrder) },
    },
    national: {
      ...{ dueAt: national.dueAt, said: national.said, promised: national.promised },
      pauses: national.pauses.map(inOrder),
    },
    shares: steps.map((step) => step.share),
    ends: steps.map((step) => step.dueAt),
  };
  return JSON.stringify(kept);
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

type Kept = Omit<ClockOf, 'steps'> & {
  readonly shares: readonly number[];
  readonly ends: readonly (Instant | null)[];
};

/** What `keptClock` has written. */
export function readClock(text: string): ClockOf {
  const { shares, ends, ...kept } = JSON.parse(text) as Kept;
  return { ...kept, steps: shares.map((share, index) => ({ share, dueAt: ends[index] ?? null })) };
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
