import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { targetOf } from './request-target.ts';
import { json, page, route } from './route.ts';
import { testServer } from './testing.ts';

const open = { method: 'GET', access: 'public' } as const;
const server = await testServer({
  routes: [
    route({ ...open, path: '/', handle: ({ t }) => page(t('http.notice.home')) }),
    route({ ...open, path: '/d/:name', handle: ({ params }) => json(params) }),
    route({ method: 'GET', access: 'signed-in', path: '/desk', handle: () => json(1) }),
  ],
});
await server.listen({ port: 0, host: '127.0.0.1' });
const { port } = server.server.address() as AddressInfo;
afterAll(() => server.close());

/** Byte for byte: a client library would put the address right before it sends it. */
function ask(target: string, method = 'GET'): Promise<{ status: number; location: string; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let text = '';
  const socket = connect(port, '127.0.0.1', () =>
    socket.write(`${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
  );
  socket.on('data', (data) => {
    text += data;
  });
  socket.on('close', () => resolve(text));
  socket.on('error', reject);
  return promise.then((all) => ({
    status: Number(all.slice(9, 12)),
    location: /^location: (.*)$/im.exec(all)?.[1] ?? '',
    body: all.slice(all.indexOf('\r\n\r\n')),
  }));
}

test.each([
  '//',
  '///',
  '/\\',
  '//\\',
  '//[',
  '//a:b@:x',
  'http://[/',
  'http://evil.example/',
  'https://user@x:99999/',
  '*',
  '/%',
  '/%zz',
  '/d/%',
  '/d/%E0%A4%A',
  '/d/x?a=%E0%A4%A',
  '/d/x?%=1',
  '/d/%zz?ngon-ngu=%E0',
  '//[?a=%zz',
  '/;%',
])('GET %s is answered with a page, not with trouble', async (target) => {
  const { status, body } = await ask(target);
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(500);
  expect(body).not.toMatch(/"error":|FST_|at .*\.ts:/);
});

test('an address that cannot be read has the headers of every page', async () => {
  const answer = await server.inject('/d/%zz');
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
});

test.each(['//', '///', '/\\', '//evil.example/a', '/\\/evil.example', '//[', 'http://evil.example/a', '*'])(
  'the language chosen at %s leads to this site',
  async (target) => {
    const { status, location } = await ask(`${target}?ngon-ngu=en&x=%zz`);
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/(?![/\\])/)]);
    expect(location).not.toContain('ngon-ngu');
  },
);

test('other methods on no address at all', async () => {
  expect((await ask('*', 'OPTIONS')).status).toBe(404);
  expect((await ask('//', 'POST')).status).toBe(404);
});

const pieces = [...'/\\\t\n\r ?#%:@[].a', 'http://', '%2f', '%5c', 'evil.example'];

test('whatever comes, the target stays on this site and nothing of the query is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      expect(new URL(targetOf(parts.join('')), 'http://here').host).toBe('here');
    }),
  );
  expect(targetOf('/a?b=1?c&d=%zz#e')).toBe('/a?b=1?c&d=%zz');
});
