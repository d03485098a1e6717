import { dateOf } from '#kernel/civil-date.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { Random } from '#platform/random/random.ts';
import { fitModel } from '../rules/fit.ts';
import { keepModel } from '../rules/kept-model.ts';
import { insertModel } from '../store/models.ts';
import { type RiskDeps, readPast } from './read-past.ts';

export type FitDeps = RiskDeps & { readonly random: Random; readonly machineMs: () => number };

/** With fewer that have ended nothing is said: the due date alone is better. */
const ENOUGH = 200;

/** Learns from everything until now and keeps it: from then on it judges. */
export async function fitNow(deps: FitDeps): Promise<void> {
  const now = deps.clock.now();
  const past = await readPast(deps, now);
  const ended = past.cases.filter(({ endedAt }) => endedAt !== null).length;
  if (ended * past.each < ENOUGH) return;
  const model = keepModel(fitModel(past, dateOf(now)));
  const id = deps.random.uuid(deps.machineMs());
  await inTransaction(deps.db, (tx) => insertModel(tx, { id, fittedAt: now, dossiers: ended, model }));
}
