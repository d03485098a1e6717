import { createSessions } from '#modules/identity/index.ts';
import { createWords } from '#platform/i18n/words.ts';
import { readAssets } from '#ui/assets.ts';
import type { Application, StatusPart, Surroundings } from './application.ts';
import { deliverEvents } from './deliver-events.ts';
import { groundJobs } from './ground-jobs.ts';
import { healthRoute } from './health-route.ts';
import { identityDeps } from './identity-deps.ts';
import { moduleWords } from './module-words.ts';
import { createRenderNotice } from './notice-page.tsx';
import { subscriptions } from './subscriptions.ts';

/** Builds each module and hands it what it needs: the only place that knows everybody. */
export async function wire(surroundings: Surroundings): Promise<Application> {
  const { db, kind, publicUrl, assetsFolder } = surroundings;
  const assets = readAssets(assetsFolder);
  const secureCookies = publicUrl.startsWith('https:');
  return {
    words: createWords(moduleWords),
    sessions: createSessions(identityDeps(surroundings), secureCookies),
    routes: [healthRoute(db)],
    jobs: [...groundJobs(surroundings), deliverEvents(db, subscriptions)],
    renderNotice: createRenderNotice(assets, kind === 'demo'),
    close: async () => {},
  };
}

/** Tables that may only grow: the programs refuse to run when they could change them. */
export const appendOnly: readonly string[] = ['audit.entry', 'audit.batch', 'audit.sealed_entry'];

/** Counts and health for `./motcua status`. */
export const statusParts: readonly StatusPart[] = [];
