import { halfEndsBy } from './hazard.ts';
import { crowdings, type Model, sign, usuallyNeeds } from './model.ts';
import type { Question } from './question.ts';
import { seasonOf } from './seasons.ts';

export type Level = 'high' | 'medium' | 'low';

/** From which probability on. */
const HIGH = 0.4;
const MEDIUM = 0.15;

export function levelOf(risk: number): Level {
  return risk >= HIGH ? 'high' : risk >= MEDIUM ? 'medium' : 'low';
}

/** What speaks most for the probability, and the figure it speaks of. */
export interface Reason {
  readonly code:
    | 're-appointed'
    | 'stays-longer'
    | 'needs-longer'
    | 'crowded'
    | 'holder-crowded'
    | 'season'
    | 'often';
  /**
   * Office minutes: `stays-longer`: in which half of all are ready after entering the step; otherwise what half of
   * those that lay there as long still needed.
   */
  readonly usualMinutes: number;
  /** Open dossiers of the office (`holder-crowded`: in the hands in which it lies), and on an average day. */
  readonly openNow: number;
  readonly openUsual: number;
}

/** A stay is long from this part of the usual on. */
const LONG = 1.5;
/** The usual need and the time left are near each other from this part on. */
const NEAR = 0.8;
/** Odds by which something has to raise the risk, to be named for it. */
const WORTH = Math.log(1.25);

/** An apology and too little time are said first: they are facts of this dossier. Then what raises the odds most. */
export function reasonOf(model: Model, question: Question): Reason {
  const needs = usuallyNeeds(model, question);
  const whole = Math.round(halfEndsBy(model.past.timesAt(question), 0) * question.limit);
  const { holder } = question;
  const usual = Math.round(model.usual.offices[question.office] ?? question.load);
  const because = (code: Reason['code'], usualMinutes = needs): Reason => ({
    ...{ code, usualMinutes, openNow: question.load, openUsual: usual },
  });
  if (question.reappointed) return because('re-appointed');
  if (needs > question.left * NEAR) return because('needs-longer');
  const [most] = raised(model, question);
  if (most === 'holder-crowded' && holder !== null) {
    const openUsual = Math.round(model.usual.holders[holder] ?? question.holderLoad);
    return { ...because(most), openNow: question.holderLoad, openUsual };
  }
  if (most) return because(most);
  if (question.stay > whole * LONG) return because('stays-longer', whole);
  return because('often');
}

/** What raises the odds beyond what time says, most first. */
function raised(model: Model, question: Question): ('crowded' | 'holder-crowded' | 'season')[] {
  const { office, holder } = crowdings(model, question);
  const by = [
    ['holder-crowded', holder * (model.weights[sign.holder] ?? 0)],
    ['crowded', office * (model.weights[sign.office] ?? 0)],
    ['season', seasonOf(model.seasons, question.due) * (model.weights[sign.season] ?? 0)],
  ] as const;
  return by
    .filter(([, odds]) => odds > WORTH)
    .sort(([, a], [, b]) => b - a)
    .map(([code]) => code);
}
