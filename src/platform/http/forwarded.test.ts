import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { forgetWarnings, listWarnings, noteWarning } from '#platform/warnings.ts';
import { json, route } from './route.ts';
import { testServer } from './testing.ts';

const { app, owner } = await testDatabase();
const routes = [
  route({ method: 'GET', path: '/', access: 'public', handle: ({ address }) => json(address) }),
  route({ method: 'POST', path: '/', access: 'public', handle: () => json(1) }),
];

async function told(trustProxy: string | false, headers: readonly Record<string, string>[]) {
  let times = 0;
  const onForwarded = () => {
    times += 1;
  };
  const server = await testServer({ routes, trustProxy, onForwarded });
  for (const one of headers) await server.inject({ url: '/', headers: one });
  return times;
}

test('a proxy that nobody named is told once', async () => {
  const forwarded = { 'x-forwarded-for': '192.0.2.7' };
  expect(await told(false, [{}, forwarded, forwarded, { forwarded: 'for=192.0.2.7' }])).toBe(1);
  expect(await told(false, [{ 'x-real-ip': '192.0.2.7' }])).toBe(1);
  expect(await told(false, [{}])).toBe(0);
  expect(await told('loopback', [forwarded])).toBe(0);
});

test('the warning is kept once, until the next start', async () => {
  const at = (minute: number) => instant(`2026-11-24T08:0${minute}:00`);
  for (const minute of [0, 1]) await noteWarning(app, 'forwarded-not-trusted', at(minute));
  expect(await listWarnings(app)).toEqual([{ code: 'forwarded-not-trusted', noticedAt: at(0) }]);
  await expect(forgetWarnings(app)).rejects.toThrow('permission denied');
  await forgetWarnings(owner);
  expect(await listWarnings(app)).toEqual([]);
});

test('the limit of forms counts an IPv6 household as one', async () => {
  const keys: string[] = [];
  const rateLimit = {
    hit: async (key: string) => {
      keys.push(key);
      return { allowed: true, retryAfterSeconds: 0 };
    },
  };
  const server = await testServer({ routes, rateLimit });
  for (const remoteAddress of ['2001:db8:1:2::3', '2001:db8:1:2:3::4'])
    await server.inject({ method: 'POST', url: '/', remoteAddress });
  expect(keys).toEqual(['form:2001:db8:1:2::/64', 'form:2001:db8:1:2::/64']);
});
