import { addDays, type CivilDate, dateOf, daysBetween } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Course, coursesKnownAt } from './case.ts';
import { fitModel, midnight, type Past } from './fit.ts';
import { onCurve, risingCurve } from './isotonic.ts';
import { type Model, riskOf } from './model.ts';
import { momentsBetween } from './moments.ts';
import {
  brierScore,
  type CalibrationRow,
  calibrationError,
  calibrationTable,
  gainOver,
  type Said,
} from './scores.ts';
import { type Snapshot, snapshotsAt } from './snapshots.ts';

/** Learnt from what was known before `cut`; judged at moments from `cut` until `until`, as known then. */
export interface Split {
  readonly from: CivilDate;
  readonly cut: CivilDate;
  readonly until: Instant;
}

export interface Evaluation {
  readonly split: Split & {
    readonly snapshots: number;
    readonly dossiers: number;
    readonly lateShare: number;
  };
  readonly model: { readonly brier: number; readonly calibrationError: number };
  /** Elapsed ÷ limit as it is, and on its best rising curve, found from everything before the cut. */
  readonly baseline: { readonly brier: number; readonly brierMapped: number };
  /** Always saying the share of late ones before the cut. */
  readonly rateOnly: { readonly brier: number };
  readonly gain: ReturnType<typeof gainOver>;
  /** Of those of whom nobody had said yet that they would be late. */
  readonly beforeApology: {
    readonly snapshots: number;
    readonly brier: number;
    readonly brierMapped: number;
    readonly gain: ReturnType<typeof gainOver>;
  };
  readonly calibration: readonly CalibrationRow[];
}

const LEAST = 60;
const elapsed = ({ question: { used, limit } }: Snapshot) => Math.min(1, used / limit);

/** Of the time so much is held out. */
const HELD = 0.3;

/**
 * Held out are the last of the months of receipt, three of ten: of January to July June and July. Everything before
 * is learnt from. Of less than two months the last days.
 */
export function lastMonths(first: CivilDate, last: CivilDate): CivilDate {
  const months = monthsOf(first, last);
  if (months.length < 2) return addDays(last, -Math.round(daysBetween(first, last) * HELD));
  return months.at(-Math.max(1, Math.round(months.length * HELD))) ?? last;
}

function monthsOf(first: CivilDate, last: CivilDate): CivilDate[] {
  const months = [`${first.slice(0, 7)}-01` as CivilDate];
  for (;;) {
    const next = `${addDays(months.at(-1) ?? first, 31).slice(0, 7)}-01` as CivilDate;
    if (next > last) return months;
    months.push(next);
  }
}

/** How well the model judges what it has not seen. Null where nothing can be judged. */
export function evaluate(past: Past, { from, cut, until }: Split): Evaluation | null {
  const model = fitModel(past, cut);
  const between = (courses: readonly Course[], first: CivilDate, last: CivilDate) =>
    snapshotsAt(courses, momentsBetween(first, last, past.counts), past.each);
  const before = between(coursesKnownAt(past.cases, past.axisOf, midnight(cut)), from, cut);
  const held = between(coursesKnownAt(past.cases, past.axisOf, until), cut, addDays(dateOf(until), 1));
  if (held.length === 0 || before.length === 0) return null;
  const own = said(held, ({ question }) => riskOf(model, question));
  const rate = shareOfLate(before);
  const calibration = calibrationTable(own);
  const unsaid = ({ question }: Snapshot) => !question.reappointed;
  const all = compared(model, before, held);
  return {
    split: { ...{ from, cut, until }, ...sizeOf(held), lateShare: shareOfLate(held) },
    model: { brier: all.brier, calibrationError: calibrationError(calibration) },
    baseline: { brier: brierScore(said(held, elapsed)), brierMapped: all.brierMapped },
    rateOnly: { brier: brierScore(said(held, () => rate)) },
    gain: all.gain,
    beforeApology: compared(model, before.filter(unsaid), held.filter(unsaid)),
    calibration,
  };
}

const shareOfLate = (all: readonly Snapshot[]) =>
  all.filter(({ late }) => late).length / Math.max(1, all.length);
const sizeOf = (all: readonly Snapshot[]) => ({
  ...{ snapshots: all.length, dossiers: new Set(all.map(({ of }) => of)).size },
});

const said = (all: readonly Snapshot[], say: (one: Snapshot) => number): Said[] =>
  all.map((one) => ({ said: say(one), came: one.late, of: one.of }));

/** The model beside elapsed ÷ limit on the best rising curve that what was before allows. */
function compared(model: Model, before: readonly Snapshot[], held: readonly Snapshot[]) {
  const rate = shareOfLate(before);
  const mapping = risingCurve(
    before.map((one) => ({ score: elapsed(one), came: one.late })),
    ...([LEAST, { expected: () => rate, weight: 1 }] as const),
  );
  const own = said(held, ({ question }) => riskOf(model, question));
  const mapped = said(held, (one) => (mapping ? onCurve(mapping, elapsed(one)) : rate));
  return {
    ...{ snapshots: held.length, brier: brierScore(own), brierMapped: brierScore(mapped) },
    gain: gainOver(own, mapped),
  };
}
