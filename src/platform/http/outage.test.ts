import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openCluster } from '#platform/db/cluster.ts';
import { createDatabase, createPool } from '#platform/db/database.ts';
import { json, route } from './route.ts';
import { testServer } from './testing.ts';

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'motcua-outage-'));
chmodSync(folder, 0o755);
const cluster = openCluster({ dir: join(folder, 'postgres'), durable: false });
await cluster.start();
const pool = createPool({ connectionString: cluster.url('postgres') });
const db = createDatabase(pool);
afterAll(async () => {
  await pool.end();
  await cluster.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
});

const asked = Promise.withResolvers<void>();
const server = await testServer({
  routes: [
    route({
      method: 'GET',
      path: '/slow',
      access: 'public',
      handle: async () => {
        const answer = sql`select pg_sleep(30)`.execute(db);
        asked.resolve();
        return json(await answer);
      },
    }),
    route({
      method: 'GET',
      path: '/quick',
      access: 'public',
      handle: async () => json((await sql`select 1`.execute(db)).rows.length),
    }),
  ],
});

test('PostgreSQL stopped in the middle of a request: one neutral page, and back by itself', async () => {
  expect((await server.inject('/quick')).statusCode).toBe(200);
  const slow = server.inject('/slow');
  slow.catch(() => {}); // light-my-request sends when somebody waits
  await asked.promise;
  await cluster.stop('immediate');
  for (const answer of [await slow, await server.inject('/quick')]) {
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('10');
    expect(answer.body).toContain(String(answer.headers['x-request-id']));
    expect(answer.body).not.toMatch(/57P01|ECONN|terminat/);
  }
  await cluster.start();
  expect((await server.inject('/quick')).statusCode).toBe(200);
});
