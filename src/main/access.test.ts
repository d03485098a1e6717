import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Role, roles } from '#kernel/actor.ts';
import { instant } from '#kernel/instant.ts';
import { aSubstitution } from '#kernel/testing-actor.ts';
import { fixedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { gateOf } from '#platform/http/access.ts';
import type { Route } from '#platform/http/route.ts';
import type { Sessions } from '#platform/http/sessions.ts';
import { silentLog } from '#platform/log/log.ts';
import { createRandom } from '#platform/random/random.ts';
import { accessTable, actorOf, mayOpen, type Visitor, visitors } from './access-rows.ts';
import type { Surroundings } from './application.ts';
import { readConfig } from './config.ts';
import { navOf } from './menu.ts';
import { openEveryKey } from './start/secrets.ts';
import { createWebServer } from './web-server.ts';
import { wire } from './wiring.ts';

const { app } = await testDatabase();
const clock = fixedClock(instant('2022-07-25T08:00'));
const dataDir = mkdtempSync(join(tmpdir(), 'motcua-access-'));
const assetsFolder = join(dataDir, 'assets');
mkdirSync(assetsFolder);
writeFileSync(join(assetsFolder, 'manifest.json'), '{}');
const surroundings: Surroundings = {
  db: app,
  kind: 'demo',
  legalClock: clock,
  machineClock: clock,
  random: createRandom(),
  rateLimit: { hit: async () => ({ allowed: true, retryAfterSeconds: 0 }) },
  log: silentLog,
  publicUrl: 'http://localhost:8080',
  dataDir,
  keysFolder: join(dataDir, 'keys'),
  assetsFolder,
};
await openEveryKey(surroundings.keysFolder, surroundings.random, true);
const application = await wire(surroundings);
afterAll(() => application.close());

/** Who a request comes from is its cookie: the gate is under test here, not the sign-in. */
const sessions: Sessions = {
  authenticate: async ({ cookies }) => {
    const visitor = cookies['visitor'] as Visitor | undefined;
    if (!visitor || visitor === 'nobody') return null;
    const role = visitor === 'first-steps' ? 'specialist' : visitor;
    const state = visitor === 'first-steps' ? 'first-steps' : 'full';
    return { actor: actorOf(role), sessionId: 's', state, csrfSecret: 'secret' };
  },
};
// handlers answer plainly: what they do has tests of its own
const routes = application.routes.map(
  ({ params, query, form, invalid, ...route }) =>
    ({ ...route, handle: () => ({ kind: 'json', status: 299, body: 'open' }) }) as Route,
);
const server = await createWebServer({ ...application, sessions, routes }, surroundings, readConfig({}));

async function opens(route: Route, visitor: Visitor): Promise<boolean> {
  const url = route.path.replace(/:\w+/g, 'x').replace('*', 'x');
  const answer = await server.inject({
    method: route.method,
    url,
    headers: { cookie: `visitor=${visitor}` },
  });
  // a form without token that gets as far as the token has passed the gate
  const passedGate =
    route.method === 'POST' &&
    answer.statusCode === 403 &&
    !answer.body.includes(answer.headers['x-request-id'] as string);
  return answer.statusCode === 299 || passedGate;
}

test('every route × every role answers as the table says', async () => {
  const wrong: string[] = [];
  for (const route of routes) {
    for (const visitor of visitors) {
      const open = await opens(route, visitor);
      if (open !== mayOpen(route, visitor)) wrong.push(`${route.method} ${route.path} ${visitor}: ${open}`);
    }
  }
  expect(wrong).toEqual([]);
});

const ownOf = (role: Role) => actorOf(role);
const insteadOf = (role: Role) => ({
  ...actorOf('specialist'),
  standsIn: actorOf(role).posts.map((post) => ({ ...post, insteadOf: aSubstitution({ accountId: null }) })),
});

test.each(roles)('%s: every item of the menu opens, in the own right and for somebody away', async (role) => {
  for (const actor of [ownOf(role), insteadOf(role)]) {
    const items = await navOf(app, { t: (key) => key, legalNow: clock.now() }, actor);
    const shut = items.filter(({ href }) => {
      const found = routes.find((route) => route.method === 'GET' && route.path === href);
      return !found || gateOf(found.access, { actor, state: 'full' }) !== 'open';
    });
    expect(shut).toEqual([]);
  }
});

test('docs/access.md is the table of these routes: ./motcua access-table --write', async () => {
  await expect(accessTable(application.routes)).toMatchFileSnapshot('../../docs/access.md');
});
