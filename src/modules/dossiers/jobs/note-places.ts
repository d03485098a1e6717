import { z } from 'zod';
import { type Job, job } from '#platform/jobs/job.ts';
import type { DossierDeps } from '../actions/deps.ts';
import { placesOf } from '../rules/places-named.ts';
import { findDossierById } from '../store/dossiers.ts';
import { listWithoutPlaces, notePlaces } from '../store/search-places.ts';

const AT_ONCE = 200;

/** Dossiers from before search by place: their addresses are opened once, and the units they name are noted. */
export function notePlacesOfOld(deps: Pick<DossierDeps, 'db' | 'keys' | 'random'>): Job {
  return job({
    name: 'dossiers-note-places',
    cron: '40 18 * * *',
    catchUp: true,
    payload: z.object({}).passthrough(),
    run: async () => {
      for (;;) {
        const ids = await listWithoutPlaces(deps.db, AT_ONCE);
        for (const id of ids) {
          const found = await findDossierById(deps.db, id, deps);
          await notePlaces(deps.db, id, found ? placesOf(found.dossier) : []);
        }
        if (ids.length < AT_ONCE) return;
      }
    },
  });
}
