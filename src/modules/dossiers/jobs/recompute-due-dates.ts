import { z } from 'zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { type RecomputeDeps, recomputeDueDates } from '../actions/recompute-due-dates.ts';
import { listOpenOver } from '../store/counts.ts';

const AT_ONCE = 500;
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
      const busy: string[] = [];
      let running: ReturnType<typeof recomputeDueDates> | undefined;
      for await (const ids of openOver(deps, payload)) {
        busy.push(...((await running)?.busy ?? []));
        running = recomputeDueDates(deps, ids); // while the next ones are looked for
      }
      busy.push(...((await running)?.busy ?? []));
      for (const id of busy) await recomputeDueDates(deps, [id], 'wait');
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
