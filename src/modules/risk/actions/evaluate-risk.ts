import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type LoggedCase, pastOfLog } from '../rules/cases-of-log.ts';
import { type Evaluation, evaluate, lastMonths, type Split } from '../rules/evaluate.ts';
import type { Past } from '../rules/fit.ts';
import { type RiskDeps, readPast } from './read-past.ts';

/** How well the model would have judged this office's own dossiers. Refusals: `risk/too-little`. */
export async function evaluateRisk(deps: RiskDeps): Promise<Outcome<Evaluation>> {
  const until = deps.clock.now();
  const past = await readPast(deps, until);
  const days = past.cases.map(({ receivedAt }) => dateOf(receivedAt)).sort();
  const [from, last] = [days[0], days.at(-1)];
  return from && last
    ? judged(past, { from, cut: lastMonths(from, last), until })
    : refused('risk/too-little');
}

function judged(past: Past, split: Split): Outcome<Evaluation> {
  const found = evaluate(past, split);
  return found ? accepted(found) : refused('risk/too-little');
}

export interface LogEvaluation extends Evaluation {
  readonly log: {
    readonly cases: number;
    readonly measured: 'office-hours' | 'clock';
    readonly withDue: number;
    readonly limitMinutes: number;
  };
}

/** The same of a log that was imported. Refusals: `risk/too-little`. */
export async function evaluateLog(
  { db, calendarFor }: Pick<RiskDeps, 'db' | 'calendarFor'>,
  logged: readonly LoggedCase[],
): Promise<Outcome<LogEvaluation>> {
  const found = pastOfLog(logged, await calendarFor(db, NOBODY));
  if (!found) return refused('risk/too-little');
  const { past, first: from, cut, until, measured, withDue, limitMinutes } = found;
  const evaluation = judged(past, { from, cut, until });
  if (!evaluation.ok) return evaluation;
  return accepted({
    ...evaluation.value,
    log: { cases: past.cases.length, measured, withDue, limitMinutes },
  });
}

/** No office: the hours of all that have none of their own. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
