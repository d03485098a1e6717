import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { Log } from '#platform/log/log.ts';
import { silentLog } from '#platform/log/log.ts';
import { issueToken } from './csrf.ts';
import { json, page, route } from './route.ts';
import { sessionsOf, testServer } from './testing.ts';

const actor: Actor = { accountId: 'a', personId: 'p', name: 'Nguyễn Văn A', posts: [] };
const lines: { readonly level: string; readonly text: string }[] = [];
const noting = (level: string) => (facts: object, text?: string) =>
  void lines.push({ level, text: `${JSON.stringify(facts)} ${text ?? ''}` });
const log = { ...silentLog, error: noting('error'), warn: noting('warn'), info: noting('info') } as Log;
const server = await testServer({
  log,
  sessions: sessionsOf(actor),
  routes: [
    route({
      method: 'GET',
      path: '/d/:number',
      access: 'public',
      params: z.object({ number: z.string().max(80) }),
      handle: () => page('x'),
    }),
    route({
      method: 'POST',
      path: '/own',
      access: 'signed-in',
      upload: true,
      handle: ({ files }) => json(files.length),
    }),
    route({ method: 'POST', path: '/public', access: 'public', handle: () => json(1) }),
  ],
});
let port = 0;
beforeAll(async () => {
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** As a program writes it, past every client that would put it right. */
function send(text: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  let answer = '';
  socket.on('data', (part) => {
    answer += part;
  });
  socket.on('error', () => {});
  socket.on('close', () => resolve(answer));
  return promise;
}

const ask = (line: string, headers: readonly string[] = [], body = '') =>
  send(`${line} HTTP/1.1\r\n${['Host: here', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n${body}`);

function expectNeutral(answer: string, status: number): void {
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer.toLowerCase()).toContain('content-type: text/html; charset=utf-8');
  expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'self'");
  expect(answer).not.toMatch(/FST_ERR|"error"|Bad Request"|statusCode/);
}

describe('an address that nobody can read', () => {
  test.each([
    ['a lone percent sign', '/%'],
    ['no letter', '/%ff'],
    ['a number with a percent sign', '/d/TimToi%'],
    ['half a letter', '/d/%C3%28?k=1'],
    ['a part of 5,000 letters', `/d/TimToi${'x'.repeat(5000)}`],
  ])('%s is answered like any that does not exist', async (_, address) => {
    const before = lines.length;
    const answer = await ask(`GET ${address}`);
    expectNeutral(answer, 404);
    expect(answer).toContain('Không tìm thấy trang');
    expect(answer).not.toContain('TimToi');
    const said = lines.slice(before);
    expect(said.map(({ level }) => level)).toEqual(['info']);
    expect(said[0]?.text).toContain('"status":404');
    expect(said[0]?.text).not.toMatch(/TimToi|%/);
  });

  test('in the language of the person, also for a press', async () => {
    expect(await ask('GET /%', ['Cookie: ngon-ngu=en'])).toContain('Page not found');
    expectNeutral(await ask('POST /d/%', ['Content-Length: 0']), 404);
  });

  test('carries no NUL', async () => {
    expectNeutral(await ask('GET /d/H1%00'), 404);
    expectNeutral(await ask('GET /d/H1?k=abc%00'), 404);
  });
});

describe('what is no request of a browser', () => {
  test.each(['PROPFIND', 'TRACE', 'OPTIONS', 'DELETE', 'LINK'])('%s finds no page', async (method) => {
    expectNeutral(await ask(`${method} /d/1`), 404);
  });

  test.each<[string, number, string, readonly string[]]>([
    ['an unknown method', 400, 'FOO /d/TimToi', []],
    ['headers longer than the server reads', 431, 'GET /d/TimToi', [`X-Long: ${'x'.repeat(20_000)}`]],
    ['a length that is no number', 400, 'POST /public', ['Content-Length: abc']],
  ])('%s: our page, noted without the address', async (_, status, line, headers) => {
    const before = lines.length;
    const answer = await ask(line, ['Cookie: ngon-ngu=en', ...headers]);
    expectNeutral(answer, status);
    expect(answer).not.toContain('TimToi');
    const said = lines.slice(before);
    expect(said.map(({ level }) => level)).toEqual(['info']);
    expect(said[0]?.text).not.toContain('TimToi');
    const reference = /x-request-id: (\S+)/i.exec(answer)?.[1] ?? '';
    expect(said[0]?.text).toContain(reference);
    expect(answer.split('\r\n\r\n')[1]).toContain(reference);
  });
});

describe('a form whose parts cannot be read', () => {
  const part = (head: string, body: string) => `--B\r\n${head}\r\n\r\n${body}\r\n`;
  const token = part(
    'Content-Disposition: form-data; name="_csrf"',
    issueToken('secret of 1', new Uint8Array(12)),
  );
  const file = 'Content-Disposition: form-data; name="scan"; filename="a.pdf"';
  const kinds: readonly (readonly [string, string, string])[] = [
    ['no boundary', 'multipart/form-data', `${token}--B--\r\n`],
    ['an empty boundary', 'multipart/form-data; boundary=', `${token}--B--\r\n`],
    ['another boundary', 'multipart/form-data; boundary=C', `${token}--B--\r\n`],
    [
      'a field cut off',
      'multipart/form-data; boundary=B',
      `${token}${part('Content-Disposition: form-data; name="note"', 'abc')}`,
    ],
    [
      'a file cut off',
      'multipart/form-data; boundary=B',
      `${token}--B\r\n${file}\r\nContent-Type: application/pdf\r\n\r\n%PDF`,
    ],
    ['a head cut off', 'multipart/form-data; boundary=B', `${token}--B\r\nContent-Disp`],
    [
      'a part without a name',
      'multipart/form-data; boundary=B',
      `${token}${part('Content-Disposition: form-data', 'abc')}--B--\r\n`,
    ],
    [
      'a file without a name',
      'multipart/form-data; boundary=B',
      `${token}${part('Content-Disposition: form-data; filename="a.pdf"', '%PDF')}--B--\r\n`,
    ],
    [
      'a name of the language',
      'multipart/form-data; boundary=B',
      `${token}${part('Content-Disposition: form-data; name="__proto__"', 'x')}--B--\r\n`,
    ],
  ];
  const who: readonly (readonly [string, string, readonly string[]])[] = [
    ['signed in', '/own', ['Cookie: session=1']],
    ['signed out', '/own', []],
    ['in public', '/public', []],
  ];
  const cases = kinds.flatMap(([what, type, body]) =>
    who.map(([whose, path, headers]) => ({ what, whose, type, body, path, headers })),
  );
  test.each(cases)('$what, $whose: 400 and nothing alarming', async ({ type, body, path, headers }) => {
    const before = lines.length;
    const answer = await ask(
      `POST ${path}`,
      [`Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers],
      body,
    );
    expectNeutral(answer, 400);
    expect(answer).toContain('Nội dung gửi lên chưa đọc được');
    expect(lines.slice(before).filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

test('too much is answered in words while the rest is still on its way, and the connection goes on', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const size = 3_000_000;
  const head = ['Host: here', 'Content-Type: application/x-www-form-urlencoded', `Content-Length: ${size}`];
  const socket = connect(port, '127.0.0.1', () =>
    socket.write(`POST /public HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${'x'.repeat(1_000)}`),
  );
  let answer = '';
  socket.on('error', (error) => resolve(`${answer} ${error.message}`));
  socket.on('close', () => resolve(answer));
  socket.on('data', (part) => {
    const isFirst = answer === '';
    answer += part;
    if (!isFirst) return;
    socket.write('x'.repeat(size - 1_000));
    socket.write('GET /d/1 HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n');
  });
  const answers = await promise;
  expect(answers).toMatch(/^HTTP\/1\.1 413 /);
  expect(answers).toContain('HTTP/1.1 200 ');
});
