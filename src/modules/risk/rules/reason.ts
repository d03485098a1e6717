import { halfEndsBy } from './hazard.ts';
import { crowding, type Model, usuallyNeeds } from './model.ts';
import type { Question } from './question.ts';

export type Level = 'high' | 'medium' | 'low';

/** From which probability on. */
const HIGH = 0.4;
const MEDIUM = 0.15;

export function levelOf(risk: number): Level {
  return risk >= HIGH ? 'high' : risk >= MEDIUM ? 'medium' : 'low';
}

/** What speaks most for the probability, and the figure it speaks of. */
export interface Reason {
  readonly code: 're-appointed' | 'stays-longer' | 'needs-longer' | 'crowded' | 'often';
  /**
   * Office minutes: `stays-longer`: in which half of all are ready after entering the step; otherwise what half of
   * those that lay there as long still needed.
   */
  readonly usualMinutes: number;
  /** Open dossiers of the office on an average day. */
  readonly usualLoad: number;
}

/** A stay is long from this part of the usual on. */
const LONG = 1.5;
/** The usual need and the time left are near each other from this part on. */
const NEAR = 0.8;
const CROWDED = Math.log(1.5);

export function reasonOf(model: Model, question: Question): Reason {
  const needs = usuallyNeeds(model, question);
  const whole = Math.round(halfEndsBy(model.past.timesAt(question), 0) * question.limit);
  const usualLoad = Math.round(model.usual[question.office] ?? question.load);
  const because = (code: Reason['code'], usualMinutes = needs): Reason => ({ code, usualMinutes, usualLoad });
  if (question.reappointed) return because('re-appointed');
  if (needs > question.left * NEAR) return because('needs-longer');
  if (question.stay > whole * LONG) return because('stays-longer', whole);
  if (crowding(question, model.usual) > CROWDED) return because('crowded');
  return because('often');
}
