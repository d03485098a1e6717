import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { testServer } from '#platform/http/testing.ts';
import { aFrame } from '#ui/testing.ts';
import { DEMO_PASSWORD } from '../rules/password-rules.ts';
import { anOrganisation, loadOrganisation, testDeps } from '../testing.ts';
import { createSessions, identityRoutes } from './routes.ts';

const { app } = await testDatabase();
const deps = testDeps(app, 'demo');
const now = instant('2026-11-24T08:00:00');
await loadOrganisation(deps, anOrganisation(), now);
const frameOf = async ({ csrf, path }: { readonly csrf: string; readonly path: string }) =>
  aFrame({ csrf, path });
const server = await testServer({
  machineClock: fixedClock(now),
  sessions: createSessions(deps, false),
  routes: identityRoutes({
    ...deps,
    secureCookies: false,
    issuer: 'Một Cửa',
    publicFrame: frameOf,
    deskFrame: frameOf,
    homeOf: () => '/lam-viec',
  }),
});

const cookieOf = (answer: { readonly cookies: readonly { name: string; value: string }[] }) =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
const csrfOf = (body: string) => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

async function signIn(name: string, password: string, next = '') {
  const form = await server.inject('/dang-nhap');
  return server.inject({
    method: 'POST',
    url: '/dang-nhap',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookieOf(form) },
    payload: new URLSearchParams({
      _csrf: csrfOf(form.body),
      'tai-khoan': name,
      'mat-khau': password,
      tiep: next,
    }).toString(),
  });
}

test('the page of a demo prints its sign-ins and codes', async () => {
  const { body } = await server.inject('/dang-nhap');
  expect(body).toContain(DEMO_PASSWORD);
  expect(body).toMatch(/<code>\d{6}<\/code>/);
});

test('signing in goes back to the page before, never to another site', async () => {
  const back = await signIn('ngan.pham', DEMO_PASSWORD, '/lam-viec/ho-so/H1');
  expect([back.statusCode, back.headers.location]).toEqual([303, '/lam-viec/ho-so/H1']);
  expect((await signIn('ngan.pham', DEMO_PASSWORD, '//evil.example')).headers.location).toBe('/lam-viec');
  const own = await server.inject({ url: '/tai-khoan', headers: { cookie: cookieOf(back) } });
  expect(own.body).toContain('Phạm Thị Ngân');
});

test('a wrong password shows the form again, the name kept, the password not', async () => {
  const answer = await signIn('ngan.pham', 'Sai-mat-khau-1!');
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('value="ngan.pham"');
  expect(answer.body).not.toContain('Sai-mat-khau-1!');
});

test('a leader is asked for the code first; a link that does not open says so', async () => {
  expect((await signIn('hung.le', DEMO_PASSWORD)).headers.location).toBe('/dang-nhap/ma');
  expect((await server.inject('/moi/khong-co')).statusCode).toBe(410);
});

test('a name or a password longer than any is said, what was typed is kept', async () => {
  const long = 'x'.repeat(100_000);
  const answer = await signIn(long, DEMO_PASSWORD);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('identity.sign-in.name-too-long');
  expect(answer.body).toContain(`value="${long}"`);
  expect((await signIn('ngan.pham', long)).statusCode).toBe(422);
  const cookie = cookieOf(await signIn('ngan.pham', DEMO_PASSWORD));
  const account = await server.inject({ url: '/tai-khoan', headers: { cookie } });
  const changed = await server.inject({
    method: 'POST',
    url: '/tai-khoan/mat-khau',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams({
      _csrf: csrfOf(account.body),
      'mat-khau': DEMO_PASSWORD,
      'mat-khau-moi': long,
    }).toString(),
  });
  expect(changed.statusCode).toBe(422);
  expect(changed.body).toContain('identity.refusal.password-too-long');
});

test('the page of the sign-in begins in its first field, after a refusal at what is wrong', async () => {
  expect((await server.inject('/dang-nhap')).body).toMatch(/<input[^>]*name="tai-khoan"[^>]*autofocus/);
  const refused = (await signIn('ngan.pham', 'Sai-mat-khau-1!')).body;
  expect(refused.match(/\sautofocus/g)).toHaveLength(1);
  expect(refused).toMatch(/class="ds-error-summary"[^>]*autofocus/);
});
