import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import kernelEn from '#kernel/words/en.json' with { type: 'json' };
import kernelVi from '#kernel/words/vi.json' with { type: 'json' };
import { testDatabase } from '#platform/db/testing.ts';
import { testServer } from '#platform/http/testing.ts';
import httpEn from '#platform/http/words/en.json' with { type: 'json' };
import httpVi from '#platform/http/words/vi.json' with { type: 'json' };
import { createWords } from '#platform/i18n/words.ts';
import { uiWords } from '#ui/testing.ts';
import { anOfficeOfChauThanh } from '../dossiers/testing-office.ts';
import portalEn from '../portal/words/en.json' with { type: 'json' };
import portalVi from '../portal/words/vi.json' with { type: 'json' };
import { wallRoutes } from './index.ts';
import { writeRow } from './testing-rows.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const db = await testDatabase();
const office = await anOfficeOfChauThanh(db);
const oneStop = office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
const agency = office.office('Ủy ban nhân dân huyện Châu Thành');
const server = await testServer({
  routes: wallRoutes({
    ...office.deps,
    rateLimit: { hit: async () => ({ allowed: true, retryAfterSeconds: 0 }) },
    linkKey: new Uint8Array(32),
    assets: (name) => `/assets/${name}`,
    homeOf: () => '/lam-viec',
  }),
  words: createWords({
    kernel: { vi: kernelVi, en: kernelEn },
    http: { vi: httpVi, en: httpEn },
    ui: uiWords,
    portal: { vi: portalVi, en: portalEn },
    reports: { vi, en },
  }),
});

test('the screen in the hall: counts and numbers of results, no names; it renews itself without scripts', async () => {
  const given = { agencyId: agency.id, officeId: oneStop.id, holderId: oneStop.id, dueAt: null };
  const [today, before] = [instant('2022-07-25T07:30'), instant('2022-07-20T08:00')];
  await writeRow(db, { ...given, number: '220725-0001', state: 'in-progress', receivedAt: today });
  const post = { ...given, number: '220720-0003', receivedAt: before, endedAt: today };
  await writeRow(db, { ...post, state: 'decided', returnMethod: 'post' });
  await writeRow(db, {
    ...given,
    number: '220720-0002',
    state: 'decided',
    receivedAt: before,
    endedAt: today,
  });
  const answer = await server.inject({ method: 'GET', url: `/man-hinh/${agency.code}` });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['refresh']).toBe('60');
  expect(answer.headers['x-robots-tag']).toBe('noindex, nofollow');
  const figures = [...answer.body.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/g)].map(([, name, n]) => [
    name,
    n,
  ]);
  expect(figures).toEqual([
    ['Tiếp nhận hôm nay', '1'],
    ['Có kết quả hôm nay', '2'],
    ['Đang giải quyết', '1'],
    ['Chờ nhận kết quả', '1'],
    ['Trước hạn, đúng hạn năm nay', '100,0\u00A0%'],
  ]);
  expect(answer.body).toContain('<b>220720-0002</b>');
  expect(answer.body).not.toContain('Riêng');
  expect(answer.body).not.toContain('220725-0001');
  // the other screens of the hall are shown what was counted for the first one
  await writeRow(db, { ...given, number: '220725-0004', state: 'in-progress', receivedAt: today });
  const second = await server.inject({ method: 'GET', url: `/man-hinh/${agency.code}` });
  expect(second.body).toContain('<dt>Tiếp nhận hôm nay</dt><dd>1</dd>');
});

test('without a code the agency of the visitor; a code of nobody is not found', async () => {
  const own = await server.inject({ method: 'GET', url: '/man-hinh' });
  expect(own.body).toContain('Bộ phận Tiếp nhận và Trả kết quả');
  expect((await server.inject({ method: 'GET', url: '/man-hinh/X99' })).statusCode).toBe(404);
});

test('a notice that something is wrong renews itself too, and then the screen is there again', async () => {
  const url = `/man-hinh/${office.office('Ủy ban nhân dân xã Phú Hựu').code}`;
  await sql`alter view dossiers.report_ready rename to report_ready_away`.execute(db.owner);
  const broken = await server.inject({ method: 'GET', url });
  await sql`alter view dossiers.report_ready_away rename to report_ready`.execute(db.owner);
  expect(broken.statusCode).toBe(500);
  expect(broken.headers['refresh']).toBe('60');
  const unknown = await server.inject({ method: 'GET', url: '/man-hinh/X99' });
  expect(unknown.headers['refresh']).toBe('60');
  expect((await server.inject({ method: 'GET', url })).statusCode).toBe(200);
});
