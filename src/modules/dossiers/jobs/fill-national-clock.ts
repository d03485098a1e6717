import { z } from 'zod';
import { inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import type { DossierDeps } from '../actions/deps.ts';
import { intervalsBegun } from '../rules/clock-interval.ts';
import { nationalDueAt } from '../rules/national-clock.ts';
import { openDossiers } from '../store/dossiers.ts';
import { fillNationalClock, listUncounted } from '../store/national-clock.ts';

const AT_ONCE = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Dossiers from before the clock of QĐ 766/QĐ-TTg was kept: it is counted once from their histories, by the calendar of
 * today where a history does not say the date itself.
 */
export function fillNationalClockOfOld(deps: Pick<DossierDeps, 'db' | 'keys' | 'calendarFor'>): Job {
  return job({
    name: 'dossiers-fill-national-clock',
    cron: '40 18 * * *',
    catchUp: true,
    payload: z.object({}).passthrough(),
    run: async () => {
      let after = FIRST;
      for (;;) {
        const ids = await listUncounted(deps.db, after, AT_ONCE);
        const opened = await openDossiers(deps.db, ids, deps);
        await inTransaction(deps.db, async (tx) => {
          for (const [id, { dossier, events }] of opened) {
            const calendar = await deps.calendarFor(tx, dossier.filing.intakeOfficeId);
            const counted = intervalsBegun(null, events, id, (at) => nationalDueAt(calendar, at));
            await fillNationalClock(tx, dossier, counted);
          }
        });
        const last = ids.at(-1);
        if (!last || ids.length < AT_ONCE) return;
        after = last;
      }
    },
  });
}
