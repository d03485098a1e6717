import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { openCluster } from '#platform/db/cluster.ts';
import { createDatabase, createPool } from '#platform/db/database.ts';
import { issueToken } from './csrf.ts';
import type { Notice } from './notice.ts';
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

const actor: Actor = { accountId: 'a', personId: 'p', name: 'A', posts: [] };
const asked = Promise.withResolvers<void>();
const server = await testServer({
  sessions: {
    authenticate: async ({ cookies }) => {
      if (!cookies['session']) return null;
      await sql`select 1`.execute(db);
      return { actor, sessionId: 's', state: 'full', csrfSecret: 'secret' };
    },
  },
  routes: [
    route({
      method: 'POST',
      path: '/typed',
      access: 'signed-in',
      upload: true,
      handle: async ({ form }) => json({ form, rows: (await sql`select 1`.execute(db)).rows.length }),
    }),
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
      method: 'POST',
      path: '/full',
      access: 'signed-in',
      handle: () => {
        throw Object.assign(new Error('no space left on device, write'), {
          code: 'ENOSPC',
          syscall: 'write',
        });
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

const own = { cookie: 'session=1' };
const csrf = issueToken('secret', new Uint8Array(12));

function typed(kind: 'encoded' | 'multipart') {
  const data = new FormData();
  for (const [name, value] of Object.entries({
    _csrf: csrf,
    name: 'Đỗ Thị Ấm',
    note: 'dòng 1\ndòng 2',
    'mat-khau': 'bí mật',
  }))
    data.append(name, value);
  if (kind === 'multipart') data.append('scan', new Blob(['%PDF của tôi']), 'a.pdf');
  return new Response(kind === 'multipart' ? data : new URLSearchParams(data as never));
}

async function press(
  kind: 'encoded' | 'multipart',
  headers: Readonly<Record<string, string>> = own,
  url = '/typed',
) {
  const body = typed(kind);
  return server.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  });
}

const noticeIn = (body: string): Notice =>
  JSON.parse(
    body
      .replace('<!doctype html>', '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&'),
  );

test.each(['encoded', 'multipart'] as const)(
  'a press while PostgreSQL is away (%s): the page keeps what was typed, to be sent again',
  async (kind) => {
    await cluster.stop('immediate');
    const answer = await press(kind);
    await cluster.start();
    const { resend, reference, status } = noticeIn(answer.body);
    expect([answer.statusCode, status, reference]).toEqual([503, 503, answer.headers['x-request-id']]);
    expect(resend).toMatchObject({
      action: '/typed',
      csrf,
      fields: [
        ['name', 'Đỗ Thị Ấm'],
        ['note', 'dòng 1\ndòng 2'],
      ],
    });
    expect(answer.body).not.toMatch(/bí mật|PDF của tôi/);
    const again = await server.inject({
      method: 'POST',
      url: resend?.action ?? '',
      headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams([
        ['_csrf', resend?.csrf ?? ''],
        ...(resend?.fields ?? []),
      ] as never).toString(),
    });
    expect(again.json()).toMatchObject({ rows: 1, form: { name: 'Đỗ Thị Ấm', note: 'dòng 1\ndòng 2' } });
  },
);

test('what another site sends while PostgreSQL is away is not given back', async () => {
  await cluster.stop('immediate');
  const answer = await press('encoded', { ...own, 'sec-fetch-site': 'cross-site' });
  await cluster.start();
  expect([answer.statusCode, noticeIn(answer.body).resend]).toEqual([503, undefined]);
});

test('a full disk is said as what it is, and what was typed is kept', async () => {
  const answer = await press('encoded', own, '/full');
  const { title, lines, resend, reference } = noticeIn(answer.body);
  expect([answer.statusCode, title, reference]).toEqual([
    503,
    'Máy chủ hết chỗ lưu',
    answer.headers['x-request-id'],
  ]);
  expect(lines.join(' ')).toContain('báo ngay người quản trị');
  expect(resend?.fields).toContainEqual(['name', 'Đỗ Thị Ấm']);
  expect(answer.body).not.toMatch(/ENOSPC|no space/);
});
