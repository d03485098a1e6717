import { addDays, type CivilDate, dateOf, daysBetween } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Course, coursesKnownAt } from './case.ts';
import { fitModel, midnight, type Past } from './fit.ts';
import { onCurve, risingCurve } from './isotonic.ts';
import { type Model, riskOf, sign } from './model.ts';
import { momentsBetween } from './moments.ts';
import {
  brierScore,
  type CalibrationRow,
  calibrationError,
  calibrationTable,
  gainOver,
  type Said,
} from './scores.ts';
import type { Seasons } from './seasons.ts';
import { type Snapshot, snapshotsAt } from './snapshots.ts';

/** Learnt from what was known before `cut`; judged at moments from `cut` until `until`, as known then. */
export interface Split {
  readonly from: CivilDate;
  readonly cut: CivilDate;
  readonly until: Instant;
}

/** The model beside elapsed ÷ limit on its best rising curve, asked the same. */
export interface Compared {
  readonly snapshots: number;
  readonly dossiers: number;
  readonly lateShare: number;
  readonly brier: number;
  readonly brierMapped: number;
  readonly gain: ReturnType<typeof gainOver>;
  readonly calibration: readonly CalibrationRow[];
}

export const askedMoments = ['accepted', 'half', 'last-day'] as const;
export type AskedMoment = (typeof askedMoments)[number];

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
  readonly beforeApology: Compared;
  /** Each dossier asked once: when it was seen first, with half of its limit spent, with a working day or less left. */
  readonly byMoment: readonly (Compared & { readonly moment: AskedMoment })[];
  /** Months each judged by what was known when they began; `before`: where nobody had apologised. */
  readonly byMonth: readonly {
    readonly month: CivilDate;
    readonly all: Compared;
    readonly before: Compared;
  }[];
  /** All these months together. */
  readonly overMonths: { readonly all: Compared; readonly before: Compared };
  readonly calibration: readonly CalibrationRow[];
  /** What the past before the cut has shown; 0: no effect beyond chance. */
  readonly learnt: {
    readonly office: number;
    readonly holder: number;
    readonly months: Seasons['months'];
    readonly weekdays: Seasons['weekdays'];
  };
}

const LEAST = 60;
/** Running minutes of a working day. */
const LAST_DAY = 480;
const MOST_MONTHS = 6;
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
  const held = heldOut(past, { from, cut, until }, addDays(dateOf(until), 1));
  if (!held) return null;
  const { model, before, asked } = held;
  const all = compared(judgedBy(held));
  const rate = shareOfLate(before);
  const { weights, seasons } = model;
  return {
    split: {
      ...{ from, cut, until, snapshots: all.snapshots, dossiers: all.dossiers },
      lateShare: all.lateShare,
    },
    model: { brier: all.brier, calibrationError: calibrationError(all.calibration) },
    baseline: { brier: brierScore(said(asked, elapsed)), brierMapped: all.brierMapped },
    rateOnly: { brier: brierScore(said(asked, () => rate)) },
    gain: all.gain,
    beforeApology: compared(judgedBy(held, (some) => some.filter(unsaid))),
    byMoment: askedMoments.map((moment) => ({
      ...{ moment, ...compared(judgedBy(held, (some) => askedAt(some, moment))) },
    })),
    ...monthsJudged(past, { from, cut, until }),
    calibration: all.calibration,
    learnt: { office: weights[sign.office] ?? 0, holder: weights[sign.holder] ?? 0, ...seasons },
  };
}

const unsaid = ({ question }: Snapshot) => !question.reappointed;

interface HeldOut {
  readonly model: Model;
  /** What the baseline may learn its curve from, and what both are asked. */
  readonly before: readonly Snapshot[];
  readonly asked: readonly Snapshot[];
}

/** Learnt until the cut; asked from there to a day (left out), by what is known at the end. */
function heldOut(past: Past, { from, cut, until }: Split, last: CivilDate): HeldOut | null {
  const between = (courses: readonly Course[], first: CivilDate, end: CivilDate) =>
    snapshotsAt(courses, momentsBetween(first, end, past.counts), past.each);
  const before = between(coursesKnownAt(past.cases, past.axisOf, midnight(cut)), from, cut);
  const asked = between(coursesKnownAt(past.cases, past.axisOf, until), cut, last);
  return asked.length === 0 || before.length === 0 ? null : { model: fitModel(past, cut), before, asked };
}

/** The last months with at least two before them to learn from. */
function monthsJudged(past: Past, { from, until }: Split): Pick<Evaluation, 'byMonth' | 'overMonths'> {
  const months = monthsOf(from, dateOf(until)).slice(2).slice(-MOST_MONTHS);
  const judged = months.flatMap((month) => {
    const next = `${addDays(month, 31).slice(0, 7)}-01` as CivilDate;
    const held = heldOut(past, { from, cut: month, until }, next);
    return held ? [{ month, all: judgedBy(held), before: judgedBy(held, (all) => all.filter(unsaid)) }] : [];
  });
  const together = (of: 'all' | 'before') => ({
    own: judged.flatMap((one) => one[of].own),
    mapped: judged.flatMap((one) => one[of].mapped),
  });
  return {
    byMonth: judged.map(({ month, all, before }) => ({
      month,
      all: compared(all),
      before: compared(before),
    })),
    overMonths: { all: compared(together('all')), before: compared(together('before')) },
  };
}

/** The first of each dossier at such a moment. */
function askedAt(snapshots: readonly Snapshot[], moment: AskedMoment): Snapshot[] {
  const isThen = ({ question: { used, limit, left } }: Snapshot) => {
    if (moment === 'accepted') return true;
    return moment === 'half' ? used >= limit / 2 : left <= LAST_DAY && limit > LAST_DAY;
  };
  const then = [...snapshots].sort((a, b) => a.moment - b.moment).filter(isThen);
  return [...new Map(then.toReversed().map((one) => [one.of, one])).values()];
}

const shareOfLate = (all: readonly Snapshot[]) =>
  all.filter(({ late }) => late).length / Math.max(1, all.length);
const said = (all: readonly Snapshot[], say: (one: Snapshot) => number): Said[] =>
  all.map((one) => ({ said: say(one), came: one.late, of: one.of }));

/** What both say of the same. */
interface Judged {
  readonly own: readonly Said[];
  readonly mapped: readonly Said[];
}

/** Of some of what is asked; the baseline gets the curve that is best for such before the cut. */
function judgedBy(
  { model, before, asked }: HeldOut,
  some: (all: readonly Snapshot[]) => readonly Snapshot[] = (all) => all,
): Judged {
  const [learnt, held] = [some(before), some(asked)];
  const rate = shareOfLate(learnt);
  const judged = learnt.map((one) => ({ score: elapsed(one), came: one.late }));
  const mapping = risingCurve(judged, LEAST, { expected: () => rate, weight: 1 });
  return {
    own: said(held, ({ question }) => riskOf(model, question)),
    mapped: said(held, (one) => (mapping ? onCurve(mapping, elapsed(one)) : rate)),
  };
}

function compared({ own, mapped }: Judged): Compared {
  return {
    ...{ snapshots: own.length, dossiers: new Set(own.map(({ of }) => of)).size },
    lateShare: own.filter(({ came }) => came).length / Math.max(1, own.length),
    ...{ brier: brierScore(own), brierMapped: brierScore(mapped) },
    ...{ gain: gainOver(own, mapped), calibration: calibrationTable(own) },
  };
}
