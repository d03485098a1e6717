import { addDays, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { forgetRisks, type JudgedRisk, saveRisks } from '#modules/dossiers/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type Case, courseOf, isStoppedAt, runningAt } from '../rules/case.ts';
import { midnight } from '../rules/fit.ts';
import { openModel } from '../rules/kept-model.ts';
import { type Model, riskOf } from '../rules/model.ts';
import type { Axis } from '../rules/office-axis.ts';
import type { Question } from '../rules/question.ts';
import { levelOf, reasonOf } from '../rules/reason.ts';
import { legAt } from '../rules/snapshots.ts';
import { findNewestModel } from '../store/models.ts';
import { countRunning, listRunning, type Running } from '../store/moves.ts';
import { Axes, type RiskDeps, runsOfKinds } from './read-past.ts';

const AT_ONCE = 2_000;
/** Far enough back for the line of office minutes of whatever is still open. */
const DAYS = 400;

/** Judges every open dossier whose clock runs, as it lies there now. False, and nothing is said: without a model. */
export async function judgeOpen(deps: RiskDeps): Promise<boolean> {
  const kept = await findNewestModel(deps.db);
  const model = kept && openModel(kept);
  if (!model) return false;
  const now = deps.clock.now();
  const loads = await countRunning(deps.db);
  const axes = new Axes(deps, midnight(addDays(dateOf(now), -DAYS)));
  const all = await listRunning(deps.db);
  await axes.know(all);
  for (let n = 0; n < all.length; n += AT_ONCE) {
    const running = all.slice(n, n + AT_ONCE);
    const last = new Map((await runsOfKinds(deps, running)).map((one) => [one.of, one]));
    const judged = running.flatMap((one) => {
      const current = last.get(one.of);
      return current ? judge({ model, loads, now, axis: axes.of(one.hours) }, one, current) : [];
    });
    await inTransaction(deps.db, (tx) => saveRisks(tx, judged));
  }
  await inTransaction(deps.db, (tx) => forgetRisks(tx));
  return true;
}

interface Around {
  readonly model: Model;
  readonly loads: Awaited<ReturnType<typeof countRunning>>;
  readonly now: Instant;
  readonly axis: Axis;
}

/** `current` is the run of the clock that goes on. */
function judge({ model, loads, now, axis }: Around, dossier: Running, current: Case): JudgedRisk[] {
  const course = courseOf(axis, current, now);
  const place = axis(now);
  if (!course || isStoppedAt(course, place)) return [];
  const used = runningAt(course, place);
  const leg = legAt(course, used);
  const enteredAt = current.passages.at(-1)?.from;
  if (!leg || !enteredAt) return [];
  const { field, procedure, limit, reappointed } = course;
  const { step, office, enter } = leg;
  const question: Question = {
    ...{ field, procedure, step, office, used, stay: used - enter, limit },
    left: axis(dossier.dueAt) - place,
    ...{ due: dateOf(dossier.dueAt), holder: dossier.holder, reappointed: reappointed !== null },
    load: loads.offices.get(office) ?? 0,
    holderLoad: dossier.holder === null ? 0 : (loads.holders.get(dossier.holder) ?? 0),
  };
  const probability = riskOf(model, question);
  const { code: reason, usualMinutes, openNow, openUsual } = reasonOf(model, question);
  return [
    {
      ...{ dossierId: dossier.of, stepIndex: dossier.stepIndex, dueAt: dossier.dueAt, probability },
      ...{ level: levelOf(probability), reason, usualMinutes, enteredAt, judgedAt: now },
      ...{ openNow, openUsual },
    },
  ];
}
