import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { ClockEffect } from './clock-effect.ts';

interface Said {
  readonly accountId: string;
  readonly name: string;
  readonly at: Instant;
}

/** A rule of the clock as it is kept: loaded, or set by a person from a day on. */
export interface DatedEffect extends ClockEffect {
  readonly id: string;
  /** Null: loaded. */
  readonly setBy: Said | null;
  /** Before its first day: it never held. */
  readonly takenBack: Said | null;
  /** Who compared it with the text of the law, and with which; null also where it was loaded as compared. */
  readonly comparison: (Said & { readonly source: string }) | null;
}

export type WantedEffect = Pick<
  ClockEffect,
  'regime' | 'procedureCode' | 'event' | 'effect' | 'most' | 'basis'
> & { readonly validFrom: CivilDate };

type Kind = Pick<ClockEffect, 'regime' | 'procedureCode' | 'event'>;

function sameKind(one: Kind, other: Kind): boolean {
  return (
    one.regime === other.regime && one.procedureCode === other.procedureCode && one.event === other.event
  );
}

/**
 * The last day on which a row holds: its own end, or the day before the next row of its kind begins, whichever is
 * first. Null: not ended. Rows that were taken back end nothing.
 */
export function lastDayOf(
  all: readonly DatedEffect[],
  row: Kind & Pick<ClockEffect, 'validFrom' | 'validTo'>,
): CivilDate | null {
  const next = all
    .filter((one) => one.takenBack === null && sameKind(one, row))
    .flatMap(({ validFrom }) => (validFrom !== null && validFrom > (row.validFrom ?? '') ? [validFrom] : []))
    .toSorted()
    .map((day) => addDays(day, -1))[0];
  if (next === undefined) return row.validTo;
  return row.validTo !== null && row.validTo < next ? row.validTo : next;
}

/** `past`, `now` or `coming` on a day (Asia/Ho_Chi_Minh); `taken-back` whatever the day. */
export function standingOf(
  all: readonly DatedEffect[],
  row: DatedEffect,
  today: CivilDate,
): 'past' | 'now' | 'coming' | 'taken-back' {
  if (row.takenBack) return 'taken-back';
  if (row.validFrom !== null && row.validFrom > today) return 'coming';
  const last = lastDayOf(all, row);
  return last !== null && last < today ? 'past' : 'now';
}

/** The row of the same kind that holds on the day before a wanted one begins; it ends there. */
export function formerOf(all: readonly DatedEffect[], wanted: WantedEffect): DatedEffect | undefined {
  const before = addDays(wanted.validFrom, -1);
  return all.find((one) => sameKind(one, wanted) && standingOf(all, one, before) === 'now');
}

/**
 * The rows of single procedures that hold on the first day of a wanted row of all procedures: they keep what they say, and take
 * only the number from it where they say none (`effectsOf`).
 */
export function ownRowsBeside(all: readonly DatedEffect[], wanted: WantedEffect): readonly DatedEffect[] {
  if (wanted.procedureCode !== null) return [];
  const { regime, event, validFrom } = wanted;
  return all.filter(
    (one) =>
      one.procedureCode !== null &&
      one.regime === regime &&
      one.event === event &&
      standingOf(all, one, validFrom) === 'now',
  );
}

/**
 * May this row be set today? A day that has begun never changes, so that no press of a dossier that was made is judged
 * otherwise later. Refuses `catalogue/clock-effect-not-later`, `catalogue/clock-effect-that-day` (one of its kind begins
 * there), `catalogue/clock-effect-same` (it says what the former says, with the same law).
 */
export function maySet(all: readonly DatedEffect[], wanted: WantedEffect, today: CivilDate): Outcome<null> {
  const field = 'valid-from';
  if (wanted.validFrom <= today) return refused('catalogue/clock-effect-not-later', {}, field);
  const taken = all.some(
    (one) => one.takenBack === null && sameKind(one, wanted) && one.validFrom === wanted.validFrom,
  );
  if (taken) return refused('catalogue/clock-effect-that-day', {}, field);
  const former = formerOf(all, wanted);
  const same =
    former?.effect === wanted.effect && former.most === wanted.most && former.basis === wanted.basis;
  return same ? refused('catalogue/clock-effect-same', {}, 'basis') : accepted(null);
}

/**
 * May a row be taken back today? Refuses `catalogue/clock-effect-loaded` (nobody set it),
 * `catalogue/clock-effect-began` (it holds or held: another row from a later day ends it).
 */
export function mayTakeBack(row: DatedEffect, today: CivilDate): Outcome<null> {
  if (row.setBy === null) return refused('catalogue/clock-effect-loaded');
  const begun = row.validFrom === null || row.validFrom <= today;
  return begun ? refused('catalogue/clock-effect-began') : accepted(null);
}

/**
 * May this person say that it was compared with the law? Refuses `catalogue/clock-effect-compared` (it was),
 * `catalogue/clock-effect-taken-back`, `catalogue/own-clock-effect` (who set it).
 */
export function mayCompare(row: DatedEffect, accountId: string): Outcome<null> {
  if (row.takenBack) return refused('catalogue/clock-effect-taken-back');
  if (row.checked) return refused('catalogue/clock-effect-compared', { by: row.comparison?.name ?? '' });
  return row.setBy?.accountId === accountId ? refused('catalogue/own-clock-effect') : accepted(null);
}
