import type { Course } from './case.ts';
import { halfEndsBy, lastsLonger } from './hazard.ts';
import { type Judged, onCurve, type RisingCurve, risingCurve } from './isotonic.ts';
import { fitWeights, logistic, logit, type Weights, weighed } from './logistic.ts';
import { PastTimes, seePast } from './past-times.ts';
import type { Question } from './question.ts';
import type { Snapshot } from './snapshots.ts';

/** What the past says, and how much each sign weighs. */
export interface Model {
  readonly past: PastTimes;
  readonly usual: Readonly<Record<string, number>>;
  readonly weights: Weights;
  readonly curve: RisingCurve | null;
}

export type Uncalibrated = Pick<Model, 'past' | 'usual'>;

/** Before anything is known of how well it judges: time needed against time left says all. */
export const EXPECTED: Weights = [0, 1, 0, 0, 2];
/** In dossiers. */
const LEAN = 10;
const LEAST = 20;
const FARTHEST = 7;

/** How full the office is against what it is used to, as a logarithm; 0: as always, or not known. */
export function crowding({ office, load }: Question, usual: Uncalibrated['usual']): number {
  const used = usual[office];
  if (used === undefined) return 0;
  return Math.min(1.5, Math.max(-1.5, Math.log((load + 5) / (used + 5))));
}

/** Probability that the time still needed is longer than the time left, by the past alone. */
export function needsLonger({ past }: Pick<Model, 'past'>, question: Question): number {
  const { stay, left, limit } = question;
  return lastsLonger(past.timesAt(question), stay / limit, (stay + Math.max(0, left)) / limit);
}

function signsOf(model: Uncalibrated, question: Question): number[] {
  const p = needsLonger(model, question);
  const far = Math.min(FARTHEST, Math.max(-FARTHEST, logit(Math.min(1 - 1e-9, Math.max(1e-9, p)))));
  const spent = 1 - Math.max(0, question.left) / question.limit;
  return [far, spent, crowding(question, model.usual), question.reappointed ? 1 : 0];
}

/** A past, and what came after it. */
export interface Fold {
  readonly model: Uncalibrated;
  readonly snapshots: readonly Snapshot[];
}

/**
 * How much each sign weighs and which probability a score means, found from months that the pasts which judge them
 * did not hold.
 */
export function calibrated(folds: readonly Fold[]): Pick<Model, 'weights' | 'curve'> {
  const examples = folds.flatMap(({ model, snapshots }) =>
    snapshots.map(({ question, late }) => ({ signs: signsOf(model, question), came: late })),
  );
  const days = daysOfDossier(folds);
  const weights = fitWeights(examples, EXPECTED, LEAN * days);
  const judged = examples.map(({ signs, came }): Judged => ({ score: weighed(weights, signs), came }));
  const lean = { expected: logistic, weight: LEAN * days };
  return { weights, curve: risingCurve(judged, LEAST * days, lean) };
}

/** How often one dossier is among the snapshots: what is said ten times of one is not ten dossiers. */
function daysOfDossier(folds: readonly Fold[]): number {
  const all = folds.flatMap(({ snapshots }) => snapshots.map(({ of }) => of));
  return all.length === 0 ? 1 : all.length / new Set(all).size;
}

export function uncalibrated(courses: readonly Course[], usual: Uncalibrated['usual']): Uncalibrated {
  return { past: new PastTimes(seePast(courses)), usual };
}

/**
 * Probability (0–1) that the result comes after its due moment. What is late is 1; with everything else equal, less
 * time left never lowers it.
 */
export function riskOf(model: Model, question: Question): number {
  if (question.left < 0) return 1;
  const score = weighed(model.weights, signsOf(model, question));
  return model.curve ? onCurve(model.curve, score) : logistic(score);
}

/** Office minutes in which half of those that lay there as long were ready. */
export function usuallyNeeds({ past }: Pick<Model, 'past'>, question: Question): number {
  const { stay, limit } = question;
  return Math.round((halfEndsBy(past.timesAt(question), stay / limit) - stay / limit) * limit);
}
