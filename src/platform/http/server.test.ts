import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { refused } from '#kernel/refusal.ts';
import { issueToken, isToken } from './csrf.ts';
import { json, notFound, page, redirect, refusedPage, route } from './route.ts';
import { sessionsOf, testServer } from './testing.ts';

const actor: Actor = { accountId: 'a', personId: 'p', name: 'Nguyễn Văn A', posts: [] };
const HTML = { 'content-type': 'application/x-www-form-urlencoded' };
const signedIn = { cookie: 'session=1' };
const token = () => issueToken('secret of 1', new Uint8Array(12));

const echo = route({
  method: 'POST',
  path: '/echo',
  access: 'signed-in',
  form: z.object({ name: z.string().min(1).max(20), 'mat-khau': z.string().optional() }),
  handle: ({ form }) => json(form),
});
const routes = [
  echo,
  route({ method: 'GET', path: '/public', access: 'public', handle: ({ t }) => page(t('http.notice.home')) }),
  route({ method: 'GET', path: '/form', access: 'public', handle: ({ csrf }) => page(csrf) }),
  route({ method: 'POST', path: '/form', access: 'public', handle: () => redirect('/public') }),
  route({
    method: 'GET',
    path: '/d/:number',
    access: 'signed-in',
    params: z.object({ number: z.string().max(20) }),
    handle: ({ params }) => json(params),
  }),
  route({ method: 'GET', path: '/hidden', access: 'signed-in', handle: () => notFound() }),
  route({
    method: 'GET',
    path: '/refused',
    access: 'signed-in',
    handle: () => refusedPage(refused('dossiers/not-yours').refusal),
  }),
  route({ method: 'GET', path: '/leader', access: { roles: ['signing-leader'] }, handle: () => json(1) }),
  route({
    method: 'GET',
    path: '/bug',
    access: 'public',
    handle: () => {
      throw new Error('Nguyễn Văn A is in the message');
    },
  }),
];
const server = await testServer({ routes, sessions: sessionsOf(actor) });
const post = (payload: string, headers: Record<string, string> = signedIn) =>
  server.inject({ method: 'POST', url: '/echo', headers: { ...HTML, ...headers }, payload });
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

describe('access', () => {
  it('leads to the sign-in and back', async () => {
    const answer = await server.inject('/d/H1?x=1');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/dang-nhap?tiep=%2Fd%2FH1%3Fx%3D1']);
  });
  it('shows a page to who has not the role, and "not found" for what must stay unknown', async () => {
    expect((await server.inject({ url: '/leader', headers: signedIn })).statusCode).toBe(403);
    expect((await server.inject({ url: '/hidden', headers: signedIn })).statusCode).toBe(404);
    expect((await server.inject({ url: '/refused', headers: signedIn })).statusCode).toBe(403);
  });
  it('lets nobody past the first steps', async () => {
    const half = await testServer({ routes, sessions: sessionsOf(actor, 'first-steps') });
    expect((await half.inject({ url: '/d/H1', headers: signedIn })).headers.location).toBe('/buoc-dau');
    expect((await half.inject({ url: '/public', headers: signedIn })).statusCode).toBe(200);
  });
  it('keeps pages of signed-in people out of caches', async () => {
    expect((await server.inject({ url: '/d/H1', headers: signedIn })).headers['cache-control']).toBe(
      'no-store',
    );
  });
});

describe('forms', () => {
  it('takes a good token only', async () => {
    expect((await post(form({ _csrf: token(), name: 'A' }))).json()).toEqual({ name: 'A' });
    const other = issueToken('secret of 2', new Uint8Array(12));
    for (const bad of ['', 'x', 'a.b', other, `${token()}x`])
      expect((await post(form({ _csrf: bad, name: 'A' }))).statusCode).toBe(403);
    expect((await post(form({ name: 'A' }))).statusCode).toBe(403);
  });
  it('takes nothing from another site, even with the token', async () => {
    const headers: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const more of headers)
      expect((await post(form({ _csrf: token(), name: 'A' }), { ...signedIn, ...more })).statusCode).toBe(
        403,
      );
    const own = { ...signedIn, origin: 'http://localhost:8080' };
    expect((await post(form({ _csrf: token(), name: 'A' }), own)).statusCode).toBe(200);
  });
  it('gives visitors a cookie only where there is a form', async () => {
    expect((await server.inject('/public')).cookies).toEqual([]);
    const shown = await server.inject('/form');
    const cookie = shown.cookies[0];
    const given = shown.body.replace('<!doctype html>', '');
    expect(isToken(cookie?.value, given)).toBe(true);
    const sent = await server.inject({
      method: 'POST',
      url: '/form',
      headers: { ...HTML, cookie: `${cookie?.name}=${cookie?.value}` },
      payload: form({ _csrf: given }),
    });
    expect(sent.statusCode).toBe(303);
  });
  it('keeps what was typed when the session has ended, but no password', async () => {
    const answer = await post(form({ name: 'Đỗ Thị Ấm', 'mat-khau': 'bí mật' }), {});
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('Đỗ Thị Ấm');
    expect(answer.body).not.toContain('bí mật');
  });
  it('answers 422 for what does not fit', async () => {
    expect((await post(form({ _csrf: token(), name: '' }))).statusCode).toBe(422);
    expect((await post(form({ _csrf: token(), name: 'x'.repeat(21) }))).statusCode).toBe(422);
    expect((await post(form({ _csrf: token() }))).statusCode).toBe(422);
    expect((await post(`_csrf=${token()}&name=A&name=B`)).statusCode).toBe(422);
  });
});

describe('hostile input', () => {
  it.each([
    ['decomposed', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['NUL', 'A\u0000B', 'AB'],
    ['right to left', '\u202Eevil', 'evil'],
    ['blanks', '  A  ', 'A'],
    ['script', '<script>', '<script>'],
    ['sql', "'; --", "'; --"],
  ])('%s', async (_, typed, kept) => {
    expect((await post(form({ _csrf: token(), name: typed }))).json()).toEqual({ name: kept });
  });
  it('leaves passwords as they are typed', async () => {
    const typed = '  e\u0302 ';
    expect((await post(form({ _csrf: token(), name: 'A', 'mat-khau': typed }))).json()).toMatchObject({
      'mat-khau': typed,
    });
  });
  it('has a page for every wrong request', async () => {
    const statusOf = async (request: InjectOptions) => (await server.inject(request)).statusCode;
    expect(await statusOf({ url: '/d/%00x', headers: signedIn })).toBe(404);
    expect(await statusOf({ url: '/d/%E0%A4%A', headers: signedIn })).toBe(404);
    expect(await statusOf({ url: `/d/${'x'.repeat(21)}`, headers: signedIn })).toBe(404);
    expect(await statusOf({ url: `/${'x'.repeat(5000)}` })).toBe(404);
    expect(await statusOf({ url: '/../../etc/passwd' })).toBe(404);
    expect(await statusOf({ method: 'DELETE', url: '/public' })).toBe(404);
    const json = { ...signedIn, 'content-type': 'application/xml' };
    expect(await statusOf({ method: 'POST', url: '/echo', headers: json, payload: '<a/>' })).toBe(415);
    const long = { ...HTML, ...signedIn };
    expect(
      await statusOf({ method: 'POST', url: '/echo', headers: long, payload: `name=${'x'.repeat(600_000)}` }),
    ).toBe(413);
  });
  it('shows a neutral page with a reference for a bug', async () => {
    const answer = await server.inject('/bug');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('Nguyễn Văn A');
    expect(answer.body).toContain(String(answer.headers['x-request-id']));
  });
  it('has a policy without unsafe parts', async () => {
    const policy = String((await server.inject('/public')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
  });
});

it('speaks the chosen language', async () => {
  const chosen = await server.inject('/public?ngon-ngu=en&x=1');
  expect([chosen.headers.location, chosen.cookies[0]?.value]).toEqual(['/public?x=1', 'en']);
  const english = await server.inject({ url: '/public', headers: { cookie: 'ngon-ngu=en' } });
  expect(english.body).toContain('home page');
  expect((await server.inject('//evil.example/?ngon-ngu=en')).headers.location).toMatch(/^\/(?!\/)/);
});

describe('files', () => {
  const uploadFolder = mkdtempSync(join(tmpdir(), 'motcua-test-uploads-'));
  const seen: { name: string; size: number; tooLarge: boolean; head: string }[] = [];
  const upload = route({
    method: 'POST',
    path: '/upload',
    access: 'signed-in',
    upload: true,
    form: z.object({ note: z.string() }),
    handle: ({ files }) => {
      for (const { fileName, size, tooLarge, path } of files)
        seen.push({ name: fileName, size, tooLarge, head: readFileSync(path).subarray(0, 4).toString() });
      return json(files.length);
    },
  });
  const send = async (parts: readonly (readonly [string, string | Blob, string?])[]) => {
    const own = await testServer({ routes: [upload], sessions: sessionsOf(actor), uploadFolder });
    const data = new FormData();
    for (const [name, value, fileName] of parts)
      if (typeof value === 'string') data.append(name, value);
      else data.append(name, value, fileName);
    const body = new Response(data);
    const headers = { ...signedIn, 'content-type': body.headers.get('content-type') ?? '' };
    const payload = Buffer.from(await body.arrayBuffer());
    return own.inject({ method: 'POST', url: '/upload', headers, payload });
  };
  it('takes several, marks the one that is too large, leaves nothing behind', async () => {
    const large = new Blob([Buffer.alloc(21 * 1024 * 1024, 'x')]);
    const answer = await send([
      ['_csrf', token()],
      ['note', 'ghi chú'],
      ['scan', new Blob(['%PDF']), '../../etc/đơn.pdf'],
      ['scan', large, 'large.pdf'],
      ['scan', new Blob([]), 'empty.pdf'],
    ]);
    expect(answer.json()).toBe(3);
    expect(seen).toEqual([
      { name: 'đơn.pdf', size: 4, tooLarge: false, head: '%PDF' },
      { name: 'large.pdf', size: 20 * 1024 * 1024, tooLarge: true, head: 'xxxx' },
      { name: 'empty.pdf', size: 0, tooLarge: false, head: '' },
    ]);
    expect(readdirSync(uploadFolder)).toEqual([]);
  });
  it('writes not one byte before a good token', async () => {
    const answer = await send([
      ['scan', new Blob(['%PDF']), 'a.pdf'],
      ['_csrf', 'wrong'],
      ['note', 'kept'],
    ]);
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('kept');
  });
});
