import { z } from 'zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { inLanes } from '#platform/jobs/lanes.ts';
import { type RecomputeDeps, recomputeDueDates } from '../actions/recompute-due-dates.ts';
import { listOpenOver } from '../store/counts.ts';

const AT_ONCE = 500;
/** While PostgreSQL writes two, one is computed. */
const LANES = 3;
const FIRST = '00000000-0000-0000-0000-000000000000';
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
      const ended = await inLanes(LANES, openOver(deps, payload), (ids) => recomputeDueDates(deps, ids));
      for (const id of ended.flatMap(({ busy }) => busy)) await recomputeDueDates(deps, [id], 'wait');
    },
  });
}

async function* openOver(deps: RecomputeDeps, { officeId, ...days }: z.output<typeof told>['payload']) {
  let after = FIRST;
  for (;;) {
    const ids = await listOpenOver(deps.db, days, officeId, { after, limit: AT_ONCE });
    const last = ids.at(-1);
    if (last) yield ids;
    if (!last || ids.length < AT_ONCE) return;
    after = last;
  }
}
