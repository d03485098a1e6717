import type { Course } from './case.ts';
import { halfEndsBy, lastsLonger } from './hazard.ts';
import { type Judged, onCurve, type RisingCurve, risingCurve } from './isotonic.ts';
import { LateShares, seeStood } from './late-shares.ts';
import { fitWeights, logistic, logit, type Weights, weighed } from './logistic.ts';
import { PastTimes, seePast } from './past-times.ts';
import type { Question } from './question.ts';
import { type Seasons, seasonOf, seasonsOf } from './seasons.ts';
import type { Snapshot, UsualLoads } from './snapshots.ts';

/** What the past says, and how much each sign weighs. */
export interface Model {
  readonly past: PastTimes;
  readonly shares: LateShares;
  readonly usual: UsualLoads;
  /** One of so many dossiers was learnt from: loads are as coarse. */
  readonly each: number;
  readonly seasons: Seasons;
  readonly weights: Weights;
  readonly curve: RisingCurve | null;
}

export type Uncalibrated = Pick<Model, 'past' | 'shares' | 'seasons' | 'usual' | 'each'>;
type Calibration = Pick<Model, 'weights' | 'curve'>;

/** Places of the signs among the weights; the first belongs to none. */
export const sign = { needs: 1, stood: 2, office: 3, holder: 4, season: 5, apology: 6 } as const;
/** Before anything is known of how well it judges: time needed and how others stood there say all. */
export const EXPECTED: Weights = [0, 0.5, 0.5, 0, 0, 0.5, 2];
/** In dossiers. */
const LEAN = 5;
const LEAST = 20;
const FARTHEST = 7;
const FULLEST = 1.5;

/** How much is in hand against what is usual, as a logarithm; 0: as always, or not known. */
function crowding(load: number, usual: number | undefined, each: number): number {
  if (usual === undefined) return 0;
  const little = 5 * each;
  return Math.min(FULLEST, Math.max(-FULLEST, Math.log((load + little) / (usual + little))));
}

/** How full the office is, and how full the hands are in which it lies. */
export function crowdings({ usual, each }: Uncalibrated, question: Question) {
  const { office, load, holder, holderLoad } = question;
  return {
    office: crowding(load, usual.offices[office], each),
    holder: holder === null ? 0 : crowding(holderLoad, usual.holders[holder], each),
  };
}

/** Probability that the time still needed is longer than the time left, by the past alone. */
export function needsLonger({ past }: Pick<Model, 'past'>, question: Question): number {
  const { stay, left, limit } = question;
  return lastsLonger(past.timesAt(question), stay / limit, (stay + Math.max(0, left)) / limit);
}

/** Share of late ones among those that stood as this one does. */
function stoodSo({ shares }: Pick<Model, 'shares'>, question: Question): number {
  const { used, stay, left, limit } = question;
  const entered = (used - stay) / limit;
  return shares.at({ ...question, entered }, 1 - Math.max(0, left) / limit);
}

const odds = (p: number) =>
  Math.min(FARTHEST, Math.max(-FARTHEST, logit(Math.min(1 - 1e-9, Math.max(1e-9, p)))));

function signsOf(model: Uncalibrated, question: Question): number[] {
  const { office, holder } = crowdings(model, question);
  const apology = question.reappointed ? 1 : 0;
  const season = seasonOf(model.seasons, question.due);
  const [needs, stood] = [odds(needsLonger(model, question)), odds(stoodSo(model, question))];
  return [needs, stood, office, holder, season, apology];
}

/** A past, and what came after it. */
export interface Fold {
  readonly model: Uncalibrated;
  readonly snapshots: readonly Snapshot[];
}

/**
 * How much each sign weighs and which probability a score means: from months that the pasts which judge them did not
 * hold.
 */
export function calibrated(folds: readonly Fold[]): Calibration {
  const examples = folds.flatMap(({ model, snapshots }) =>
    snapshots.map(({ question, late, of }) => ({ signs: signsOf(model, question), came: late, of })),
  );
  const alike = daysOfDossier(examples);
  const doubtful = [sign.office, sign.holder];
  const weights = fitWeights(examples, { expected: EXPECTED, lean: LEAN * alike, doubtful, alike });
  const judged = examples.map(({ signs, came }): Judged => ({ score: weighed(weights, signs), came }));
  const lean = { expected: logistic, weight: LEAN * alike };
  return { weights, curve: risingCurve(judged, LEAST * alike, lean) };
}

/** How often one dossier is among them: what is said ten times of one is not ten dossiers. */
function daysOfDossier(examples: readonly { readonly of: string }[]): number {
  return examples.length === 0 ? 1 : examples.length / new Set(examples.map(({ of }) => of)).size;
}

export function uncalibrated(courses: readonly Course[], usual: UsualLoads, each: number): Uncalibrated {
  const shares = new LateShares(seeStood(courses));
  const [past, seasons] = [new PastTimes(seePast(courses)), seasonsOf(courses, shares)];
  return { past, shares, seasons, usual, each };
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
