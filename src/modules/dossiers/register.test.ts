import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { nextRegisterNumber } from '#modules/documents/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { aDesk, type Browser, type Desk } from './testing-desk.ts';
import { aBeginPress, aFilingInput } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';
import { allDossiers, changeDossier } from './testing-rows.ts';
import { instead } from './testing-stand-in.ts';

const db = await testDatabase();
let desk: Desk;
let clerk: Actor;
let atCounter: Browser;
let headOfOneStop: Browser;
const numbers: string[] = [];

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  atCounter = await desk.browser(clerk);
  headOfOneStop = await desk.browser(await desk.actorOf(desk.office(ONE_STOP), 'one-stop-head'));
  const procedure = await desk.procedure(HOUSEHOLD_BUSINESS);
  for (let i = 0; i < 3; i += 1) {
    const done = await accept(desk.deps, aBeginPress(clerk, aFilingInput(procedure, desk.office(ONE_STOP))));
    if (!done.ok) throw new Error(done.refusal.code);
    numbers.push(done.value.number);
  }
});

test('the register of the month says what form 06 asks, on the page and on the sheet', async () => {
  const { body } = await atCounter.get('/lam-viec/so-theo-doi?thang=2022-07');
  for (const said of [...numbers, 'Huỳnh Thị Mỹ Duyên', 'Ấp Tân Bình, xã Tân Nhuận Đông', '28/07/2022'])
    expect(body).toContain(said);
  const sheet = await atCounter.get('/lam-viec/so-theo-doi.xlsx?thang=2022-07');
  expect(sheet.headers['content-type']).toContain('spreadsheetml');
  const [read] = (await readXlsx(sheet.rawPayload)).sheets;
  expect(read?.rows[0]?.slice(0, 4)).toEqual(['Mã hồ sơ', 'Nội dung', 'Số bộ', 'Tên người nộp']);
  expect(read?.rows.slice(1).map((row) => row[0])).toEqual(numbers);
  expect((await atCounter.get('/lam-viec/so-theo-doi?thang=2022-06')).body).toContain('Không có hồ sơ nào');
  expect((await atCounter.get('/lam-viec/so-theo-doi?thang=7/2022')).body).toContain(numbers[0]);
  for (const bad of ['2022-13', "'; --", '9999-99', '9999-12', '0001-01'])
    expect((await atCounter.get(`/lam-viec/so-theo-doi?thang=${encodeURIComponent(bad)}`)).statusCode).toBe(
      200,
    );
});

test('the substitute of a clerk opens the register that the menu names', async () => {
  const specialist = await desk.actorOf(desk.office(SECTION), 'specialist');
  const substitute = await desk.browser(instead(specialist, clerk));
  const { statusCode, body } = await substitute.get('/lam-viec/so-theo-doi?thang=2022-07');
  expect(statusCode).toBe(200);
  expect(body).toContain(numbers[0]);
});

describe('a person of two one-stops', () => {
  const register = '/lam-viec/so-theo-doi';
  let second: string;
  let both: Browser;

  beforeAll(async () => {
    const head = await desk.actorOf(desk.office(ONE_STOP), 'one-stop-head');
    const other = desk.offices.find(({ kind, name }) => kind === 'one-stop' && name !== ONE_STOP);
    const [post] = head.posts;
    if (!post || !other) throw new Error('two one-stops are needed');
    second = other.id;
    const there = { officeId: other.id, officeName: other.name, agencyId: other.agencyId };
    // the head here, a clerk as well: of each one-stop the head's post counts
    const asClerk = { ...post, id: 'clerk', role: 'reception-officer' } as const;
    both = await desk.browser({ ...head, posts: [asClerk, post, { ...post, id: 'there', ...there }] });
  });

  test('chooses whose register it is: page, sheet and closing stay with it', async () => {
    const first = (await both.get(`${register}?thang=2022-07`)).body;
    expect(first).toContain(numbers[0]);
    expect(first.match(/<option[^>]*>Bộ phận Tiếp nhận/g)).toHaveLength(2);
    const { body } = await both.get(`${register}?thang=2022-07&bo-phan=${second}`);
    expect(body).not.toContain(numbers[0]);
    expect(body).toContain(`<option value="${second}" selected`);
    expect(/href="([^"]*so-theo-doi\.xlsx[^"]*)"/.exec(body)?.[1]).toContain(`bo-phan=${second}`);
    const sheet = await both.get(`${register}.xlsx?thang=2022-07&bo-phan=${second}`);
    expect((await readXlsx(sheet.rawPayload)).sheets[0]?.rows).toHaveLength(1);
    desk.setClock('2023-01-03T08:00:00');
    const { body: over } = await both.get(`${register}?thang=2022-07&bo-phan=${second}`);
    expect(over).toContain(`<input type="hidden" name="bo-phan" value="${second}"`);
    const closed = await both.post(register, { so: 'tu-choi', nam: '2022', 'bo-phan': second });
    expect(closed.headers.location).toContain(`bo-phan=${second}`);
    const rows = await db.owner
      .selectFrom('dossiers.register_closing')
      .select('office_id')
      .where('register', '=', 'refusal')
      .execute();
    expect(rows).toEqual([{ office_id: second }]);
    desk.setClock('2022-07-25T08:00:00');
  });

  test('nobody else sees a choice; another one-stop does not exist for them', async () => {
    for (const browser of [atCounter, headOfOneStop]) {
      const { body } = await browser.get(`${register}?thang=2022-07`);
      expect(body).not.toContain('id="f-bo-phan"');
      for (const what of ['', '.xlsx'])
        expect((await browser.get(`${register}${what}?bo-phan=${second}`)).statusCode).toBe(404);
    }
    for (const bad of ['x', "'--", 'x'.repeat(500)])
      expect((await both.get(`${register}?bo-phan=${encodeURIComponent(bad)}`)).statusCode).toBe(404);
    const closed = await headOfOneStop.post(register, { nam: '2021', 'bo-phan': second });
    expect(closed.statusCode).toBe(422);
  });
});

async function rowsOf(url: string) {
  const answer = await atCounter.get(url);
  expect(answer.statusCode).toBe(200);
  return (await readXlsx(answer.rawPayload)).sheets[0]?.rows.slice(1).map((row) => row[0]) ?? [];
}

test('lists as sheets hold exactly what the filters show', async () => {
  expect((await rowsOf('/lam-viec/ho-so.xlsx')).sort()).toEqual(numbers);
  expect(await rowsOf('/lam-viec/ho-so.xlsx?trang-thai=returned')).toEqual([]);
  expect((await rowsOf('/lam-viec/viec-cua-toi.xlsx?nhom=all')).sort()).toEqual(numbers);
  expect(await rowsOf('/lam-viec/viec-cua-toi.xlsx?nhom=late')).toEqual([]);
});

test('a list in a chosen order is a sheet in the same order', async () => {
  const [a = '', b = '', c = ''] = numbers;
  const given: readonly [string, string, Instant, Instant][] = [
    [a, 'Trần Văn Đạt', instant('2022-07-25T07:30'), instant('2022-08-03T17:00')],
    [b, 'Lê Thị An', instant('2022-07-25T07:50'), instant('2022-08-01T17:00')],
    [c, 'Võ Văn Bé', instant('2022-07-25T07:40'), instant('2022-08-02T17:00')],
  ];
  const before = db.owner.selectFrom(allDossiers.as('d')).where('number', 'in', numbers);
  const kept = await before.select(['id', 'number', 'applicant_name', 'received_at', 'due_at']).execute();
  const idOf = new Map(kept.map((row) => [row.number, row.id]));
  const write = (
    number: string,
    applicant_name: string | null,
    received_at: Instant | null,
    due_at: Instant | null,
  ) => changeDossier(db.owner, idOf.get(number) ?? '', { applicant_name, received_at, due_at });
  for (const row of given) await write(...row);
  const orders: readonly [string, string[]][] = [
    ['ten', [b, c, a]],
    ['-ten', [a, c, b]],
    ['ngay-nhan', [a, c, b]],
    ['-ngay-nhan', [b, c, a]],
    ['han', [b, c, a]],
    ['-han', [a, c, b]],
  ];
  for (const [xep, wanted] of orders) {
    const { body } = await atCounter.get(`/lam-viec/ho-so?xep=${xep}`);
    const links = body.matchAll(/href="\/lam-viec\/ho-so\/([\d.A-Z-]+)"/g);
    const shown = [...new Set([...links].map(([, number]) => number))];
    expect([xep, shown]).toEqual([xep, wanted]);
    const [, sheet = ''] = /href="(\/lam-viec\/ho-so\.xlsx[^"]*)"/.exec(body) ?? [];
    expect([xep, await rowsOf(sheet.replaceAll('&amp;', '&'))]).toEqual([xep, wanted]);
    if (!xep.endsWith('ngay-nhan'))
      expect([xep, await rowsOf(`/lam-viec/viec-cua-toi.xlsx?nhom=all&xep=${xep}`)]).toEqual([xep, wanted]);
  }
  for (const row of kept) await write(row.number ?? '', row.applicant_name, row.received_at, row.due_at);
});

test('the register of a year is closed by the head once the year is over, once', async () => {
  const close = (browser: Browser) => browser.post('/lam-viec/so-theo-doi', { nam: '2022' });
  expect((await close(headOfOneStop)).statusCode).toBe(422);
  desk.setClock('2023-01-03T08:00:00');
  expect((await close(atCounter)).statusCode).not.toBe(303);
  expect((await close(headOfOneStop)).statusCode).toBe(303);
  expect((await close(headOfOneStop)).statusCode).toBe(303);
  const closings = db.owner.selectFrom('dossiers.register_closing').where('register', '=', 'received');
  const rows = await closings.select('entries').execute();
  expect(rows).toEqual([{ entries: 3 }]);
  const { body } = await headOfOneStop.get('/lam-viec/so-theo-doi?thang=2022-12');
  expect(body).toContain('Sổ năm 2022 đã khóa ngày 03/01/2023: 3 hồ sơ');
  const head = await desk.actorOf(desk.office(ONE_STOP), 'one-stop-head');
  const deputy = await desk.browser(instead(clerk, head));
  expect((await deputy.get('/lam-viec/so-theo-doi?so=bo-sung&thang=2022-12')).body).toContain('name="nam"');
  expect((await deputy.post('/lam-viec/so-theo-doi', { so: 'bo-sung', nam: '2022' })).statusCode).toBe(303);
  const supplements = (await deputy.get('/lam-viec/so-theo-doi?so=bo-sung&thang=2022-12')).body;
  expect(supplements).toContain(`người khóa ${clerk.name} (thay ${head.name})`);
  desk.setClock('2022-07-25T08:00:00');
});

test('papers that got a number stand in the register of their kind, on the page and on the sheet', async () => {
  const { officeId, agencyId } = clerk.posts[0] ?? { officeId: '', agencyId: '' };
  const dossier = await db.owner
    .selectFrom('dossiers.dossier')
    .where('number', '=', numbers[0] ?? '')
    .select('id')
    .executeTakeFirstOrThrow();
  for (const [office, register] of [
    [agencyId, 'result'],
    [officeId, 'refusal'],
  ] as const)
    await inTransaction(db.owner, async (tx) => {
      const series = { officeId: office, register, year: 2022 };
      const number = await nextRegisterNumber(tx, series);
      const enteredAt = instant('2022-07-26T09:00:00');
      await tx
        .insertInto('documents.register_entry')
        .values({
          office_id: office,
          register,
          year: 2022,
          number,
          subject_id: dossier.id,
          entered_at: enteredAt,
        })
        .execute();
    });
  for (const so of ['ket-qua', 'tu-choi']) {
    const { body } = await atCounter.get(`/lam-viec/so-theo-doi?so=${so}&thang=2022-07`);
    for (const said of [numbers[0], '26/07/2022', 'Huỳnh Thị Mỹ Duyên']) expect(body).toContain(said);
    const sheet = await atCounter.get(`/lam-viec/so-theo-doi.xlsx?so=${so}&thang=2022-07`);
    expect((await readXlsx(sheet.rawPayload)).sheets[0]?.rows).toHaveLength(2);
    const other = await atCounter.get(`/lam-viec/so-theo-doi?so=${so}&thang=2022-08`);
    expect(other.body).toContain('Không có');
  }
  desk.setClock('2023-01-03T08:00:00');
  expect((await headOfOneStop.post('/lam-viec/so-theo-doi', { so: 'ket-qua', nam: '2022' })).statusCode).toBe(
    303,
  );
  const closed = await db.owner
    .selectFrom('dossiers.register_closing')
    .where('register', '=', 'result')
    .select(['office_id', 'entries'])
    .execute();
  expect(closed).toEqual([{ office_id: agencyId, entries: 1 }]);
  desk.setClock('2022-07-25T08:00:00');
});
