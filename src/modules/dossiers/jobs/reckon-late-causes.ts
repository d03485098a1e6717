import { z } from 'zod';
import type { Instant } from '#kernel/instant.ts';
import { oncePerOffice } from '#modules/calendar/index.ts';
import { listIncidentsBetween } from '#modules/incidents/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import type { DossierDeps } from '../actions/deps.ts';
import { keepLateCause } from '../actions/keep-late-cause.ts';
import { openDossiers } from '../store/dossiers.ts';
import { listOverdueToReckon, noteOfIncidents, takeToReckon } from '../store/late-causes.ts';

const AT_ONCE = 100;
/** Every ten minutes; the report says of how many the cause is still to be reckoned. */
const cron = '*/10 * * * *';

type Deps = Pick<DossierDeps, 'db' | 'keys' | 'clock' | 'calendarFor'>;

/**
 * Why dossiers are late, of those whose evidence has changed since: their history, an incident; of what is open and
 * overdue once a day. What ended long ago is not read again.
 */
export function reckonLateCauses(deps: Deps): Job {
  return job({
    name: 'dossiers-reckon-late-causes',
    cron,
    payload: z.object({}).passthrough(),
    run: async () => {
      const now = deps.clock.now();
      const once = { ...deps, calendarFor: oncePerOffice(deps.calendarFor) };
      await inTransaction(deps.db, (tx) => noteOfIncidents(tx));
      while ((await inTransaction(deps.db, (tx) => reckonNoted(once, tx, now))) > 0);
      const overdue = await listOverdueToReckon(deps.db, now);
      for (let at = 0; at < overdue.length; at += AT_ONCE)
        await inTransaction(deps.db, (tx) => reckon(once, tx, overdue.slice(at, at + AT_ONCE), now));
    },
  });
}

/** Answers how many notes there were. */
async function reckonNoted(deps: Deps, tx: Tx, now: Instant): Promise<number> {
  const noted = await takeToReckon(tx, AT_ONCE);
  await reckon(deps, tx, [...new Set(noted)], now);
  return noted.length;
}

async function reckon(deps: Deps, tx: Tx, ids: readonly string[], now: Instant): Promise<void> {
  const opened = [...(await openDossiers(tx, ids, deps)).values()];
  const [first = now] = opened.map(({ dossier }) => dossier.receivedAt ?? now).sort();
  const incidents = await listIncidentsBetween(tx, first, now);
  for (const one of opened) await keepLateCause(deps, tx, one, incidents, now);
}
