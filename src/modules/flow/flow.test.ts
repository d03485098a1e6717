import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { listAbout, programOrigin } from '#modules/audit/index.ts';
import { workCalendarFor } from '#modules/calendar/index.ts';
import { handOver } from '#modules/dossiers/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createRandom } from '#platform/random/random.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import { aDecided } from '../dossiers/testing-decided.ts';
import { aRoad, HOUSEHOLD_BUSINESS, SECTION } from '../dossiers/testing-road.ts';
import dossiersEn from '../dossiers/words/en.json' with { type: 'json' };
import dossiersVi from '../dossiers/words/vi.json' with { type: 'json' };
import { rowsOfCsv } from './formats/testing-exported.ts';
import {
  type ExportFormat,
  exportEvents,
  flowRoutes,
  importLog,
  type LogCase,
  readLogCases,
} from './index.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const db = await testDatabase();
const road = await aRoad(db);
const { office, oneStop, clerk, specialist } = road;
const words = createWords({ ui: uiWords, flow: { vi, en }, dossiers: { vi: dossiersVi, en: dossiersEn } });
const origin = programOrigin(instant('2022-07-26T08:00'), instant('2026-01-05T08:00'));
const days = { from: civilDate('2022-07-01'), to: civilDate('2022-07-31') };
let returned: string;
let leaderName: string;

async function handedOver(): Promise<string> {
  const number = await aDecided(office);
  const resultClerk = await office.actorOf(oneStop, 'result-clerk');
  const done = await handOver(office.deps, await road.press(resultClerk, number), {
    by: 'signature',
    receiver: { name: 'Huỳnh Thị Mỹ Duyên', idNumber: '087188004512', relation: null },
    toAuthorised: false,
    proof: 'ký nhận',
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return number;
}

beforeAll(async () => {
  returned = await handedOver();
  await handedOver();
  await road.inWork();
  await road.inWork(true); // to practise with
  const leaders = await Promise.all(
    office.offices
      .filter(({ kind }) => kind === 'leadership')
      .map((one) => office.actorOf(one, 'signing-leader')),
  );
  leaderName = leaders[0]?.name ?? '';
});

async function exported(format: ExportFormat, more: { withNumbers?: boolean; from?: string } = {}) {
  const { withNumbers = false, from = days.from } = more;
  let text = '';
  const deps = { db: db.app, key: new Uint8Array(32), words: words('vi') };
  const wish = { format, withNumbers, from: civilDate(from), to: days.to };
  const done = await exportEvents(deps, wish, origin, async (pieces) => {
    for await (const piece of pieces) text += piece;
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return { text, ...done.value };
}

test('XES of real dossiers: valid, without names or numbers, each step with its lifecycle', async () => {
  const { text, cases, events } = await exported('xes');
  const schema = readFileSync('src/modules/flow/schemas/xes.xsd', 'utf8');
  const { errors } = await validateXML({ xml: [{ fileName: 'log.xes', contents: text }], schema: [schema] });
  expect(errors).toEqual([]);
  expect(cases).toBe(3);
  expect(text.match(/<trace>/g)).toHaveLength(3);
  expect(text.match(/<event>/g)).toHaveLength(events);
  for (const name of [clerk.name, specialist.name, leaderName, 'Mỹ Duyên', '087188004512', returned])
    expect(text).not.toContain(name);
  expect(text).toContain('<string key="motcua:class" value="early"/>');
  const done =
    /<event><string key="concept:name" value="Ký duyệt kết quả"\/>.*"lifecycle:transition" value="complete"\/>/;
  expect(text).toMatch(done);
  expect(text).toMatch(
    /value="Thụ lý hồ sơ"\/>.*"lifecycle:transition" value="start"\/>.*"org:role" value="specialist"/,
  );
});

test('the same period gives the same text; another period other dossiers; numbers only when wished', async () => {
  expect((await exported('xes')).text).toBe((await exported('xes')).text);
  expect((await exported('csv', { from: '2022-07-26' })).cases).toBe(0);
  expect((await exported('csv', { withNumbers: true })).text).toContain(returned);
  const log = await listAbout(db.app, { kind: 'period', id: `${days.from}/${days.to}` }, 1);
  expect(log).toMatchObject([{ action: 'flow/export-events', reason: 'csv with numbers' }]);
});

test('OCEL 2.0 is valid: dossiers, procedures, offices, officers, papers and how they belong together', async () => {
  const ajv = new Ajv();
  addFormats.default(ajv);
  const isOcel = ajv.compile(JSON.parse(readFileSync('src/modules/flow/schemas/ocel20.schema.json', 'utf8')));
  const log = JSON.parse((await exported('ocel')).text);
  expect(isOcel(log) ? [] : isOcel.errors).toEqual([]);
  const ofType = (type: string) => log.objects.filter((one: { type: string }) => one.type === type).length;
  expect(['dossier', 'procedure'].map(ofType)).toEqual([3, 1]);
  for (const type of ['office', 'officer', 'paper']) expect(ofType(type)).toBeGreaterThan(2);
});

test('CSV: a row for each event', async () => {
  const { text, events } = await exported('csv');
  expect(text.split('\r\n')).toHaveLength(events + 2);
  expect(text).toMatch(/,2022-07-25T08:00:00\+07:00,/);
});

test('what was exported is imported: the same cases and events', async () => {
  const { text, cases, events } = await exported('xes');
  async function* bytes() {
    yield Buffer.from(text);
  }
  const deps = { db: db.app, random: createRandom() };
  const answer = await importLog(deps, bytes(), origin, { name: 'own', sha256: 'own', leaveOut: false });
  expect(answer).toMatchObject({ value: { doubtCount: 0, log: { cases, events } } });
  const read: LogCase[] = [];
  for await (const one of readLogCases(db.app, 'own')) read.push(one);
  const rows = rowsOfCsv((await exported('csv')).text).slice(1);
  expect(
    read.flatMap(({ caseId, events: all }) =>
      all.map(({ activity, lifecycle, at, resource, role, group }) =>
        [caseId, activity, lifecycle, at, resource, role, group].map((value) => value ?? ''),
      ),
    ),
  ).toEqual(rows.map((row) => row.slice(0, 7)));
  expect(read.map(({ attributes }) => attributes['motcua:procedure'])).toEqual(
    Array(3).fill(HOUSEHOLD_BUSINESS),
  );
});

async function browserOf(actor: typeof clerk) {
  const server = await testServer({
    routes: flowRoutes({
      db: db.app,
      calendarFor: workCalendarFor,
      deskFrame: async ({ t, path, csrf }) => aFrame({ t, path, csrf }),
    }),
    words,
    sessions: sessionsOf(actor),
  });
  return async (url: string) => {
    const { body, statusCode } = await server.inject({ method: 'GET', url, cookies: { session: 'x' } });
    const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    return { statusCode, body, text };
  };
}

test('the page: choose a procedure, see how its dossiers went beside the process as designed', async () => {
  const get = await browserOf(await office.actorOf(oneStop, 'one-stop-head'));
  const chosen = await get('/lam-viec/duong-di?tu=01/07/2022&den=31/07/2022');
  expect(chosen.statusCode).toBe(200);
  expect(chosen.body).toContain(`thu-tuc=${HOUSEHOLD_BUSINESS}`);
  const { body, text } = await get(
    `/lam-viec/duong-di?tu=01/07/2022&den=31/07/2022&thu-tuc=${HOUSEHOLD_BUSINESS}`,
  );
  expect(text).toContain('2 hồ sơ đã đi hết đường, theo 1 đường khác nhau; 1 hồ sơ còn đang trên đường.');
  expect(text).toContain('2 hồ sơ (100,0 %) đi đúng quy trình đã lập.');
  expect(body).toMatch(/<svg class="way"[^>]* role="img"/);
  expect(text).toMatch(/Thụ lý hồ sơ .*Ký duyệt kết quả .*Trả kết quả .* đúng quy trình/);
  expect(body).not.toMatch(/ style=|\{[a-z-]+\}|flow\.[a-z]/);
  const none = await get('/lam-viec/duong-di?tu=01/07/2021&den=31/07/2021');
  expect(none.text).toContain('Chưa có hồ sơ nào trong thời gian này');
  const backwards = await get('/lam-viec/duong-di?tu=31/07/2022&den=01/07/2022');
  expect(backwards.statusCode).toBe(422);
});

test('an imported log has its page too', async () => {
  const get = await browserOf(await office.actorOf(oneStop, 'one-stop-head'));
  expect((await get('/lam-viec/duong-di')).body).toContain('/lam-viec/duong-di/nhat-ky?ten=own');
  const { text } = await get('/lam-viec/duong-di/nhat-ky?ten=own');
  expect(text).toContain('Đọc 3 hồ sơ đầu của nhật ký: 2 đường đi khác nhau.');
  expect((await get('/lam-viec/duong-di/nhat-ky?ten=x')).statusCode).toBe(404);
});

test('a specialist sees none of it', async () => {
  const get = await browserOf(await office.actorOf(office.office(SECTION), 'specialist'));
  expect((await get('/lam-viec/duong-di')).statusCode).toBe(403);
});
