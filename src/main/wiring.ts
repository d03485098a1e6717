import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { loadCalendar } from '#modules/calendar/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { forgetOldHits } from '#platform/http/rate-limit.ts';
import { noSessions } from '#platform/http/sessions.ts';
import { createWords } from '#platform/i18n/words.ts';
import { job } from '#platform/jobs/job.ts';
import { readAssets } from '#ui/assets.ts';
import type { Application, SignIns, StatusPart, Surroundings } from './application.ts';
import { deliverEvents } from './deliver-events.ts';
import { healthRoute } from './health-route.ts';
import { moduleWords } from './module-words.ts';
import { createRenderNotice } from './notice-page.tsx';
import type { Loader } from './start/seeds.ts';
import { subscriptions } from './subscriptions.ts';

/** Builds each module and hands it what it needs: the only place that knows everybody. */
export async function wire(surroundings: Surroundings): Promise<Application> {
  const { db, kind, machineClock, assetsFolder } = surroundings;
  const forgetHits = job({
    name: 'forget-old-hits',
    cron: '30 18 * * *',
    payload: z.object({}),
    run: () => forgetOldHits(db, machineClock),
  });
  return {
    words: createWords(moduleWords),
    sessions: noSessions,
    routes: [healthRoute(db)],
    jobs: [forgetHits, deliverEvents(db, subscriptions)],
    renderNotice: createRenderNotice(readAssets(assetsFolder), kind === 'demo'),
    close: async () => {},
  };
}

/** What a start loads, in this order. */
export const loaders: readonly Loader[] = [
  {
    name: 'calendar',
    kinds: ['demo', 'real'],
    load: async (db, { seedsFolder }) => {
      const seed: unknown = JSON.parse(await readFile(join(seedsFolder, 'calendar.json'), 'utf8'));
      await inTransaction(db, (tx) => loadCalendar(tx, seed));
    },
  },
];

/** Tables that may only grow: the programs refuse to run when they could change them. */
export const appendOnly: readonly string[] = ['audit.entry', 'audit.batch', 'audit.sealed_entry'];

/** Printed by a start. */
export async function listSignIns(_surroundings: Surroundings): Promise<SignIns> {
  return { demo: [], administratorLink: null };
}

/** Counts and health for `./motcua status`. */
export const statusParts: readonly StatusPart[] = [];
