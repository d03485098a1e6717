import { workCalendarFor } from '#modules/calendar/index.ts';
import { followCorrection, sqlBookStores } from '#modules/certification/index.ts';
import { type DossierDeps, type DossierKeys, sqlStores } from '#modules/dossiers/index.ts';
import { lookupLink } from '#modules/portal/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { publish } from '#platform/jobs/publish.ts';
import { openSigningKeys } from '#platform/papers/signing-keys.ts';
import type { Surroundings } from './application.ts';
import { secret, signingFolder } from './start/secrets.ts';
import { subscriptions } from './subscriptions.ts';

/** Keys outside the database: wrap the dossiers' keys, find persons again, sign links, seal drafts. */
export function openKeys({ keysFolder }: Pick<Surroundings, 'keysFolder'>) {
  const dossiers: DossierKeys = {
    wrapping: secret(keysFolder, 'dossiers'),
    lookup: secret(keysFolder, 'lookup'),
  };
  return {
    dossiers,
    links: secret(keysFolder, 'links'),
    drafts: secret(keysFolder, 'drafts'),
    cash: secret(keysFolder, 'cash'),
  };
}

export type Keys = ReturnType<typeof openKeys>;

type DossierSurroundings = Pick<Surroundings, 'db' | 'random' | 'publicUrl' | 'kind' | 'keysFolder'> & {
  readonly legalClock: DossierDeps['clock'];
};

/** What the life of a dossier needs from outside. */
export async function dossierDeps(
  around: DossierSurroundings,
  keys: Keys,
  paperWords: Words,
): Promise<DossierDeps> {
  const { db, random, legalClock, publicUrl, kind, keysFolder } = around;
  const machineMs = () => Date.now();
  const deps: DossierDeps = {
    db,
    stores: sqlStores,
    random,
    keys: keys.dossiers,
    signingKeys: await openSigningKeys({ dir: signingFolder(keysFolder), random, nowMs: machineMs }),
    clock: legalClock,
    machineMs,
    calendarFor: workCalendarFor,
    demo: kind === 'demo',
    linkTo: (number) => lookupLink(publicUrl, keys.links, number),
    publicUrl,
    paperWords,
    // an event that nobody waits for needs no row in the queue
    publish: async (tx, event) => {
      if (subscriptions[event.type]?.length) await publish(tx, event);
    },
    followCorrection: (tx, correction) => followCorrection({ ...deps, books: sqlBookStores }, tx, correction),
  };
  return deps;
}
