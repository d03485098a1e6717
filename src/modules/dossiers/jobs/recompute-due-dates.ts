import { z } from 'zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { type RecomputeDeps, recomputeDueDate } from '../actions/recompute-due-date.ts';
import { listOpenOver } from '../store/counts.ts';

const AT_ONCE = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';
const day = z.string().transform((text) => text as CivilDate);
const told = z.object({ payload: z.object({ from: day, to: day, officeId: z.uuid().nullable() }) });

/**
 * `calendar/changed`: the open dossiers whose limits run over the days are computed again, each in a transaction
 * of its own. Broken off, it begins again: what has moved already does not move twice.
 */
export function recomputeDueDates(deps: RecomputeDeps): Job {
  return job({
    name: 'dossiers-recompute-due-dates',
    payload: told,
    run: async ({ payload }) => {
      let after = FIRST;
      for (;;) {
        const ids = await listOpenOver(deps.db, payload, payload.officeId, { after, limit: AT_ONCE });
        for (const id of ids) await recomputeDueDate(deps, id);
        const last = ids.at(-1);
        if (!last || ids.length < AT_ONCE) return;
        after = last;
      }
    },
  });
}
