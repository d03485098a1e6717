import type { Instant } from '#kernel/instant.ts';
import type { Pause } from '#kernel/working-time/limit.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Dossier, NationalClock } from './dossier.ts';
import { dueDateOf } from './due-date-of.ts';
import type { Filing } from './filing.ts';
import { promisedDate } from './promised-date.ts';

export const NO_NATIONAL: NationalClock = { dueAt: null, said: true, promised: false, pauses: [] };

/** It stands still from `at`, by this law; where it does already, since before, and by another law from `at`. */
export function pausedFrom(pauses: readonly Pause[], at: Instant, basis?: string): readonly Pause[] {
  const open = pauses.find(({ to }) => to === null);
  if (open && (basis === undefined || basis === open.basis)) return pauses;
  return [...pausedUntil(pauses, at), { from: at, to: null, ...(basis === undefined ? {} : { basis }) }];
}

/** It goes on at `at`. */
export function pausedUntil(pauses: readonly Pause[], at: Instant): readonly Pause[] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
}

type Counting = Pick<Dossier, 'receivedAt' | 'firstDueAt' | 'national'> & {
  readonly filing: Pick<Filing, 'limit' | 'cutoff'>;
};

/**
 * Its due date with these waits, by this calendar; a date promised by the software before moves by the waits only.
 * Null as `NationalClock.dueAt`.
 */
export function nationalDueAt(
  calendar: WorkCalendar,
  { receivedAt, firstDueAt, filing, national }: Counting,
  pauses: readonly Pause[] = national.pauses,
): Instant | null {
  if (receivedAt === null) return null;
  if (national.promised) return promisedDate(calendar, firstDueAt, pauses).dueAt;
  return dueDateOf(calendar, filing, { received: receivedAt, pauses }).due;
}

/**
 * After an event that moves it. `said`: the date that the event carries, undefined in histories from before; until a
 * supplement is asked for both clocks are one, and `legal` stands for it.
 */
export function nationalAfter(
  { national, supplements }: Pick<Dossier, 'national' | 'supplements'>,
  said: Instant | null | undefined,
  { pauses, legal }: { readonly pauses: readonly Pause[]; readonly legal: Instant | null },
): NationalClock {
  if (said !== undefined) return { ...national, pauses, dueAt: said, said: true };
  if (supplements === 0) return { ...national, pauses, dueAt: legal };
  return { ...national, pauses, dueAt: null, said: false };
}
