import { z } from 'zod';
import { listIncidentsBetween } from '#modules/incidents/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import type { DossierDeps } from '../actions/deps.ts';
import { keepLateCause } from '../actions/keep-late-cause.ts';
import { lateBasis } from '../rules/late-basis.ts';
import { openDossiers } from '../store/dossiers.ts';
import { deleteCausesOfOthers, listLateLines } from '../store/late-causes.ts';

const AT_ONCE = 100;
/** Every ten minutes; the report says of how many the cause is still to be reckoned. */
const cron = '*/10 * * * *';

/** Of each late dossier why it is late, again where the evidence has changed: its history, an incident, another day. */
export function reckonLateCauses(deps: Pick<DossierDeps, 'db' | 'keys' | 'clock' | 'calendarFor'>): Job {
  return job({
    name: 'dossiers-reckon-late-causes',
    cron,
    payload: z.object({}).passthrough(),
    run: async () => {
      const now = deps.clock.now();
      await deleteCausesOfOthers(deps.db, now);
      const lines = await listLateLines(deps.db, now);
      const [first = now] = lines.map(({ receivedAt }) => receivedAt).sort();
      const incidents = await listIncidentsBetween(deps.db, first, now);
      const changed = lines.filter((line) => line.basis !== lateBasis(line, incidents, now));
      const calendarFor = oncePerOffice(deps.calendarFor);
      for (let at = 0; at < changed.length; at += AT_ONCE) {
        const ids = changed.slice(at, at + AT_ONCE).map(({ id }) => id);
        const opened = await openDossiers(deps.db, ids, deps);
        await inTransaction(deps.db, async (tx) => {
          for (const one of opened.values()) await keepLateCause({ calendarFor }, tx, one, incidents, now);
        });
      }
    },
  });
}

function oncePerOffice(calendarFor: DossierDeps['calendarFor']): DossierDeps['calendarFor'] {
  const known = new Map<string, ReturnType<DossierDeps['calendarFor']>>();
  return (q, officeId) => {
    const found = known.get(officeId) ?? calendarFor(q, officeId);
    known.set(officeId, found);
    return found;
  };
}
