import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Instant } from '#kernel/instant.ts';
import kernelEn from '#kernel/words/en.json' with { type: 'json' };
import kernelVi from '#kernel/words/vi.json' with { type: 'json' };
import { programOrigin } from '#modules/audit/index.ts';
import { loadCalendar } from '#modules/calendar/index.ts';
import { loadCatalogue } from '#modules/catalogue/index.ts';
import { seedCatalogue } from '#modules/catalogue/testing.ts';
import { testKeys } from '#modules/dossiers/testing-dossiers.ts';
import { organiseFromFile } from '#modules/identity/index.ts';
import { loadPlaces } from '#modules/places/index.ts';
import { seedPlaces } from '#modules/places/testing.ts';
import { fixedClock } from '#platform/clock.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { createRateLimit } from '#platform/http/rate-limit.ts';
import { testServer } from '#platform/http/testing.ts';
import httpEn from '#platform/http/words/en.json' with { type: 'json' };
import httpVi from '#platform/http/words/vi.json' with { type: 'json' };
import { createWords } from '#platform/i18n/words.ts';
import { createRandom } from '#platform/random/random.ts';
import { uiWords } from '#ui/testing.ts';
import calendarEn from '../calendar/words/en.json' with { type: 'json' };
import calendarVi from '../calendar/words/vi.json' with { type: 'json' };
import catalogueEn from '../catalogue/words/en.json' with { type: 'json' };
import catalogueVi from '../catalogue/words/vi.json' with { type: 'json' };
import { type PortalDeps, portalRoutes } from './index.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const read = (path: string): unknown => JSON.parse(readFileSync(`db/seeds/${path}`, 'utf8'));
const random = createRandom();

export const linkKey = new Uint8Array(32).fill(7);

export const portalWords = createWords({
  kernel: { vi: kernelVi, en: kernelEn },
  http: { vi: httpVi, en: httpEn },
  ui: uiWords,
  calendar: { vi: calendarVi, en: calendarEn },
  catalogue: { vi: catalogueVi, en: catalogueEn },
  portal: { vi, en },
});

/** Places, calendar, catalogue: what every installation has. */
export async function loadGround(owner: Database): Promise<void> {
  await inTransaction(owner, async (tx) => {
    await loadPlaces(tx, seedPlaces());
    await loadCalendar(tx, read('calendar.json'));
    await loadCatalogue(tx, seedCatalogue());
  });
}

/** Both ready organisations: huyện Châu Thành with its communes until 30/06/2025, three communes since. */
export async function loadOrganisations(owner: Database, now: Instant): Promise<void> {
  for (const name of ['chau-thanh-2022', 'ba-xa-2025']) await loadOrganisation(owner, name, now);
}

async function loadOrganisation(owner: Database, name: string, now: Instant): Promise<void> {
  const file = readFileSync(`db/seeds/organisations/${name}.json`, 'utf8');
  // as a real installation: without the passwords of a demo, which take long to hash
  const text = file.replaceAll('"agencyCodeIsExample": true', '"agencyCodeIsExample": false');
  const deps = { db: owner, random, key: new Uint8Array(32).fill(3), installation: 'real' as const };
  const answer = await organiseFromFile(deps, text, { dryRun: false, origin: programOrigin(now, now) });
  if (!answer.ok || !answer.loaded) throw new Error(JSON.stringify(answer).slice(0, 500));
}

export interface PortalSite {
  readonly server: FastifyInstance;
  readonly clock: ReturnType<typeof fixedClock>;
}

export async function portalSite(
  db: Database,
  now: Instant,
  over: Partial<PortalDeps> = {},
  assetsFolder?: string,
): Promise<PortalSite> {
  const clock = fixedClock(now);
  const rateLimit = createRateLimit(db, clock);
  const assets: PortalDeps['assets'] = (name) => `/assets/${name}`;
  const deps = {
    db,
    keys: testKeys,
    random,
    rateLimit,
    linkKey,
    assets,
    homeOf: () => '/lam-viec',
    demo: true,
    ...over,
  };
  const server = await testServer({
    routes: portalRoutes(deps),
    words: portalWords,
    legalClock: clock,
    machineClock: clock,
    ...(assetsFolder ? { assetsFolder } : {}),
  });
  return { server, clock };
}
