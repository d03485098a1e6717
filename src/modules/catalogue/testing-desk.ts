import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Actor, Role } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import kernelEn from '#kernel/words/en.json' with { type: 'json' };
import kernelVi from '#kernel/words/vi.json' with { type: 'json' };
import { programOrigin } from '#modules/audit/index.ts';
import { listOfficesInForce, organiseFromFile } from '#modules/identity/index.ts';
import { loadPlaces } from '#modules/places/index.ts';
import { seedPlaces } from '#modules/places/testing.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { TestDatabase } from '#platform/db/testing.ts';
import { issueToken } from '#platform/http/csrf.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createRandom } from '#platform/random/random.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import calendarEn from '../calendar/words/en.json' with { type: 'json' };
import calendarVi from '../calendar/words/vi.json' with { type: 'json' };
import { loadCatalogue } from './actions/load-catalogue.ts';
import type { CataloguePageDeps } from './deps.ts';
import { clockEffectRoutes } from './pages/clock-effect-routes.tsx';
import { commitmentRoutes } from './pages/commitment-routes.tsx';
import { exemptionRoutes } from './pages/exemption-routes.tsx';
import { localFeeRoutes } from './pages/local-fee-routes.tsx';
import { seedCatalogue } from './testing.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const words = createWords({
  ui: uiWords,
  kernel: { vi: kernelVi, en: kernelEn },
  calendar: { vi: calendarVi, en: calendarEn },
  catalogue: { vi, en },
});

/** Huyện Châu Thành in 2022 with its catalogue, and the administration of it behind a real server. */
export async function anAdministration(db: TestDatabase) {
  let now = instant('2022-07-25T08:00:00');
  const random = createRandom();
  await inTransaction(db.owner, async (tx) => {
    await loadPlaces(tx, seedPlaces());
    await loadCatalogue(tx, seedCatalogue());
  });
  const file = readFileSync('db/seeds/organisations/chau-thanh-2022.json', 'utf8');
  const identity = { db: db.owner, random, key: randomBytes(32), installation: 'demo' } as const;
  await organiseFromFile(identity, file, { dryRun: false, origin: programOrigin(now, now) });
  const deps: CataloguePageDeps = {
    db: db.app,
    random,
    machineMs: () => Date.now(),
    clock: { now: () => now },
    deskFrame: async ({ t, path, csrf }) => aFrame({ t, path, csrf }),
  };
  const offices = await listOfficesInForce(db.app, dateOf(now));
  const agencies = offices.filter((office) => office.kind === 'agency');
  return {
    deps,
    agencies,
    setClock: (text: string) => {
      now = instant(text);
    },
    actor: (role: Role, number = 9): Actor => anAdministrator(role, agencies[0]?.id ?? '', number),
    browser: (actor: Actor) => browserOf(deps, actor),
  };
}

function anAdministrator(role: Role, agencyId: string, number: number): Actor {
  const id = `00000000-0000-7000-8000-00000000000${number}`;
  const post = { id, role, title: role, officeId: agencyId, officeName: 'Văn phòng', agencyId, leads: false };
  return { accountId: id, personId: id, name: 'Lê Ngọc Châu', posts: [post] };
}

async function browserOf(deps: CataloguePageDeps, actor: Actor) {
  const server = await testServer({
    routes: [
      ...localFeeRoutes(deps),
      ...commitmentRoutes(deps),
      ...exemptionRoutes(deps),
      ...clockEffectRoutes(deps),
    ],
    words,
    sessions: sessionsOf(actor),
    legalClock: { now: deps.clock.now },
  });
  const csrf = issueToken('secret of x', randomBytes(12));
  const cookies = { session: 'x' };
  return {
    get: (url: string) => server.inject({ method: 'GET', url, cookies }),
    post: (url: string, form: Readonly<Record<string, string>>) =>
      server.inject({
        method: 'POST',
        url,
        cookies,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
      }),
  };
}
