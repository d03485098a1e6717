import { beforeAll, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { findCommitment, listCommitments } from './store/commitments.ts';
import { anAdministration } from './testing-desk.ts';

const db = await testDatabase();
const CODE = '1.001612'; // three working days
const base = '/quan-tri/thoi-han-cam-ket';
let office: Awaited<ReturnType<typeof anAdministration>>;
let browser: Awaited<ReturnType<typeof office.browser>>;
let agency: (typeof office.agencies)[number];

beforeAll(async () => {
  office = await anAdministration(db);
  browser = await office.browser(office.actor('catalogue-manager'));
  const [first] = office.agencies;
  if (!first) throw new Error('no agency');
  agency = first;
});

const form = (change: Record<string, string> = {}) => ({
  key: crypto.randomUUID(),
  'co-quan': agency.code,
  value: '2',
  unit: 'ngay_lam_viec',
  none: '',
  'resolution-number': '15/QĐ-UBND',
  'resolution-date': '01/07/2022',
  'resolution-body': 'UBND huyện Châu Thành',
  'valid-from': '01/08/2022',
  'valid-to': '',
  ...change,
});
const post = (change: Record<string, string> = {}) => browser.post(`${base}/${CODE}`, form(change));
const on = async (day: string) =>
  (await findCommitment(db.app, { agencyId: agency.id, procedureCode: CODE, on: civilDate(day) }))?.limit
    .value;

test('set from a day on with its decision, once; the list and the page say it, and who set it', async () => {
  expect((await browser.get(base)).body).toContain('Như quy định');
  const sent = form();
  expect((await browser.post(`${base}/${CODE}`, sent)).statusCode).toBe(303);
  const again = await browser.post(`${base}/${CODE}`, sent); // pressed twice
  expect(again.statusCode).toBe(303);
  expect(await listCommitments(db.app, agency.id)).toHaveLength(1);
  expect([await on('2022-07-31'), await on('2022-08-01')]).toEqual([undefined, 2]);
  const changed = { ...sent, 'valid-from': '02/08/2022' }; // gone back in the browser
  expect((await browser.post(`${base}/${CODE}`, changed)).statusCode).toBe(303);
  expect(await listCommitments(db.app, agency.id)).toHaveLength(2);
  expect((await browser.get(base)).body).toContain('Sắp áp dụng: 2 ngày làm việc từ 01/08/2022');
  const page = (await browser.get(String(again.headers.location))).body;
  expect(page).toContain('Lê Ngọc Châu, 08:00, thứ Hai 25/07/2022');
  expect(page).toContain('value="15/QĐ-UBND"'); // the next procedure of the same decision
  const { rows } = await db.owner
    .selectFrom('audit.entry')
    .selectAll()
    .execute()
    .then((all) => ({ rows: all }));
  expect(rows.filter(({ action }) => action === 'catalogue/set-commitment')).toHaveLength(2);
});

test('the later word counts from its day on; one without a limit ends the promise', async () => {
  expect((await post({ value: '1', 'valid-from': '15/08/2022', 'valid-to': '31/08/2022' })).statusCode).toBe(
    303,
  );
  const ended = await post({ value: '', none: '1', 'valid-from': '01/10/2022' });
  expect((await browser.get(String(ended.headers.location))).body).toContain('Đã thôi cam kết');
  expect(await Promise.all(['2022-08-14', '2022-08-15', '2022-09-01', '2022-10-01'].map(on))).toEqual([
    ...[2, 1, 2, undefined],
  ]);
});

test('as long as the law, for a day that is over, without a decision: told at once, with everything kept', async () => {
  const answer = await post({ value: '3', 'valid-from': '24/07/2022' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('từ ngày mai trở đi');
  expect(answer.body).toContain('value="24/07/2022"');
  expect((await post({ value: '3' })).body).toContain('ngắn hơn thời hạn theo quy định');
  expect((await post({ value: '' })).body).toContain('số nguyên từ 1 đến 1000'); // an empty field ends nothing
  const wrong = await post({ value: '<b>', 'resolution-number': '' });
  for (const field of ['value', 'resolution-number']) expect(wrong.body).toContain(`href="#f-${field}"`);
  expect(wrong.body).toContain('&lt;b>');
  expect(await listCommitments(db.app, agency.id)).toHaveLength(4);
});

test('no other procedure, no agency that does not receive it, nobody else', async () => {
  expect((await browser.post(`${base}/khong-co`, form())).statusCode).toBe(404);
  const commune = office.agencies.find((one) => one.level === 'xa');
  expect((await post({ 'co-quan': commune?.code ?? '' })).body).toContain('không tiếp nhận thủ tục đó');
  const clerk = await office.browser(office.actor('reception-officer'));
  expect((await clerk.get(base)).statusCode).toBe(403);
  expect((await clerk.post(`${base}/${CODE}`, form())).statusCode).toBe(403);
});

test('two at once: both are written, one after the other, and the later word counts', async () => {
  const both = await Promise.all([post({ value: '1' }), post({ value: '2' })]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  expect(await listCommitments(db.app, agency.id, CODE)).toHaveLength(6);
});

test('the programs cannot change or take away a row', async () => {
  await expect(db.app.updateTable('catalogue.commitment').set({ value: 1 }).execute()).rejects.toThrow(
    /permission denied/,
  );
  await expect(db.app.deleteFrom('catalogue.commitment').execute()).rejects.toThrow(/permission denied/);
});
