import { expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { aDesk, fieldsOf } from '../dossiers/testing-desk.ts';
import { ONE_STOP } from '../dossiers/testing-road.ts';
import { REPORTS_PATH, reportRoutes, reports } from './index.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const db = await testDatabase();
const desk = await aDesk(db, {
  routes: (deps) =>
    reportRoutes({ ...deps, reports, renderer: { render: async () => Buffer.from('%PDF-1.7 drawn') } }),
  words: { reports: { vi, en } },
});
const oneStop = desk.office(ONE_STOP);
const head = await desk.actorOf(oneStop, 'one-stop-head');
const browser = await desk.browser(head);
const seven = `${REPORTS_PATH}/chi-so/nhap/7`;
const counts = {
  'so-1': '12',
  'so-2': '3',
  'so-3': '0',
  'can-cu': 'Biên bản kiểm phiếu 5/BB',
  quy: '2022-3',
};

test('typed on the page, refused with all that was typed, kept with who and when, replaced by the next', async () => {
  const empty = (await browser.get(seven)).body;
  expect(empty).toContain('Chưa nhập quý nào');
  const fields = { ...fieldsOf(empty, seven), ve: oneStop.agencyId };
  const refused = await browser.post(seven, { ...fields, ...counts, 'can-cu': '' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('value="12"');
  expect((await browser.post(seven, { ...fields, ...counts })).statusCode).toBe(303);
  expect((await browser.post(seven, { ...fields, ...counts })).statusCode).toBe(303);
  const once = (await browser.get(seven)).body;
  expect(once).toContain('12 rất hài lòng, 3 hài lòng, 0 không hài lòng');
  expect(once).toContain(head.name);
  expect(once).not.toContain('(đã nhập lại)');
  const again = { ...fieldsOf(once, seven), ve: oneStop.agencyId, ...counts, 'so-1': '11' };
  expect((await browser.post(seven, again)).statusCode).toBe(303);
  const twice = (await browser.get(seven)).body;
  expect(twice).toContain('Quý 3/2022 (đã nhập lại)');
  const report = (await browser.get(`${REPORTS_PATH}/chi-so?ky=&tu=2022-07-01&den=2022-09-30`)).body;
  expect(report).toContain('1,8');
  expect(report).toContain(vi['indices.unverified']);
  expect(report).toContain(seven);
});

test.each([
  [{ quy: '2023-1' }, 422],
  [{ quy: 'x' }, 422],
  [{ ve: '00000000-0000-7000-8000-000000000001' }, 422],
  [{ 'so-1': '-1' }, 422],
  [{ 'so-1': '1e3' }, 422],
  [{ key: 'x' }, 422],
])('hostile or wrong input %j: %i', async (change, status) => {
  const fields = { ...fieldsOf((await browser.get(seven)).body, seven), ve: oneStop.agencyId };
  expect((await browser.post(seven, { ...fields, ...counts, ...change })).statusCode).toBe(status);
});

test('a clerk types nothing; there is no index 6 to type', async () => {
  const clerk = await desk.browser(await desk.actorOf(oneStop, 'reception-officer'));
  expect((await clerk.get(seven)).statusCode).toBe(403);
  expect((await browser.get(`${REPORTS_PATH}/chi-so/nhap/6`)).statusCode).toBe(404);
});
