import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { issueToken } from './csrf.ts';
import { type Access, json, page, route } from './route.ts';
import { FORM_BYTES } from './server-options.ts';
import { sessionsOf, testServer } from './testing.ts';

const actor: Actor = { accountId: 'a', personId: 'p', name: 'Nguyễn Văn A', posts: [] };
const signedIn = { cookie: 'session=1' };
const ofSession = () => issueToken('secret of 1', new Uint8Array(12));
const form = z.object({ note: z.string() });
const handle = ({ files }: { files: readonly unknown[] }) => json(files.length);
const post = (path: string, access: Access, upload?: true) =>
  route({ method: 'POST', path, access, form, handle, ...(upload ? { upload } : {}) });
const routes = [
  route({ method: 'GET', path: '/form', access: 'public', handle: ({ csrf }) => page(csrf) }),
  post('/scans', 'signed-in', true),
  post('/leader', { roles: ['signing-leader'] }, true),
  post('/public', 'public', true),
  post('/text', 'signed-in'),
];

/** Made with the first byte that is written; never there is never written. */
let uploadFolder: string;
let server: Awaited<ReturnType<typeof testServer>>;
beforeEach(async () => {
  uploadFolder = join(mkdtempSync(join(tmpdir(), 'motcua-uploads-')), 'made-by-a-write');
  server = await testServer({ routes, sessions: sessionsOf(actor), uploadFolder });
});

async function send(path: string, cookie: string, csrf: string, note = 'ghi chú vừa gõ') {
  const data = new FormData();
  data.append('_csrf', csrf);
  data.append('note', note);
  data.append('scan', new Blob(['%PDF-1.7']), 'đơn.pdf');
  const body = new Response(data);
  const headers = { cookie, 'content-type': body.headers.get('content-type') ?? '' };
  return server.inject({
    ...{ method: 'POST', url: path, headers },
    payload: Buffer.from(await body.arrayBuffer()),
  } as const);
}

async function visitor() {
  const shown = await server.inject('/form');
  const [cookie] = shown.cookies;
  return [`${cookie?.name}=${cookie?.value}`, shown.body.replace('<!doctype html>', '')] as const;
}

test('who is signed in and may open the route sends files', async () => {
  expect((await send('/scans', signedIn.cookie, ofSession())).json()).toBe(1);
  expect(existsSync(uploadFolder)).toBe(true);
});

test('of a visitor with a good token not one byte is written, and the text is kept', async () => {
  const answer = await send('/scans', ...(await visitor()));
  expect([answer.statusCode, answer.body]).toEqual([401, expect.stringContaining('ghi chú vừa gõ')]);
  expect(existsSync(uploadFolder)).toBe(false);
});

test('nor on a public form, nor of who may not open the route, nor where no files are taken', async () => {
  expect((await send('/public', ...(await visitor()))).json()).toBe(0);
  expect((await send('/leader', signedIn.cookie, ofSession())).statusCode).toBe(403);
  expect((await send('/text', signedIn.cookie, ofSession())).json()).toBe(0);
  expect(existsSync(uploadFolder)).toBe(false);
});

test('the text beside files is no longer than that of a form without files', async () => {
  const fits = 'x'.repeat(FORM_BYTES / 2);
  expect((await send('/scans', signedIn.cookie, ofSession(), fits)).statusCode).toBe(200);
  const answer = await send('/scans', signedIn.cookie, ofSession(), 'x'.repeat(FORM_BYTES));
  expect(answer.statusCode).toBe(413);
});
