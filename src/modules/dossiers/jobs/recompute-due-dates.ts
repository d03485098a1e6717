import { z } from 'zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { inLanes } from '#platform/jobs/lanes.ts';
import { type RecomputeDeps, recomputeDueDates } from '../actions/recompute-due-dates.ts';
import { listOpenOver } from '../store/counts.ts';

const AT_ONCE = 500;
/** While PostgreSQL writes some, others are computed. */
const LANES = 4;
const day = z.string().transform((text) => text as CivilDate);
const told = z.object({ payload: z.object({ from: day, to: day, officeId: z.uuid().nullable() }) });

/**
 * `calendar/changed`: the open dossiers whose limits run over the days are computed again, many in a transaction; those
 * on which somebody works meanwhile come last. Broken off, it begins again: what has moved already does not move twice.
 */
export function recomputeAfterCalendar(deps: RecomputeDeps): Job {
  return job({
    name: 'dossiers-recompute-due-dates',
    payload: told,
    run: async ({ payload }) => {
      const { officeId, ...days } = payload;
      const ids = await listOpenOver(deps.db, days, officeId);
      const ended = await inLanes(LANES, batches(ids), (batch) => recomputeDueDates(deps, batch));
      for (const id of ended.flatMap(({ busy }) => busy)) await recomputeDueDates(deps, [id], 'wait');
    },
  });
}

function* batches(ids: readonly string[]) {
  for (let at = 0; at < ids.length; at += AT_ONCE) yield ids.slice(at, at + AT_ONCE);
}
