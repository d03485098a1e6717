import { beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { countUncheckedEffects, findClockEffects, listDatedEffects } from './store/clock-effects.ts';
import { anAdministration } from './testing-desk.ts';

const db = await testDatabase();
const CODE = '1.001612';
const base = '/quan-tri/dong-ho';
let office: Awaited<ReturnType<typeof anAdministration>>;
let browser: Awaited<ReturnType<typeof office.browser>>;
let second: typeof browser;

beforeAll(async () => {
  office = await anAdministration(db);
  browser = await office.browser(office.actor('system-administrator'));
  second = await office.browser(office.actor('catalogue-manager', 8));
});

const form = (change: Record<string, string> = {}) => ({
  ...{ key: crypto.randomUUID(), step: 'set', regime: '2018', procedure: CODE, what: 'supplement-suspend' },
  ...{ most: '', basis: 'Luật thử', 'valid-from': '01/08/2022', ...change },
});
const idOf = (answer: { readonly headers: { readonly location?: unknown } }) =>
  /dong\/([0-9a-f-]{36})/.exec(String(answer.headers.location))?.[1] ?? '';
const plain = (body: string) => body.replace(/\s+/g, ' ');
const set = async (change: Record<string, string> = {}) => {
  const sent = form(change);
  const answer = await browser.post(`${base}/dat`, sent);
  expect(answer.statusCode, answer.body.slice(0, 3000)).toBe(303);
  return idOf(answer);
};
const supplementOn = async (date: string, procedureCode = CODE) =>
  (await findClockEffects(db.app, { procedureCode, regime: '2018', on: civilDate(date) })).supplement;
const audited = async (id: string) =>
  (await db.owner.selectFrom('audit.entry').select(['action']).where('subject_id', '=', id).execute()).map(
    ({ action }) => action,
  );

describe('what acts on the clock, kept by an administrator', () => {
  test('every row is shown with its law and whether it was compared with it, by regime and procedure', async () => {
    const of2018 = plain((await browser.get(`${base}?che-do=2018`)).body);
    expect(of2018).toContain('Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4');
    expect(of2018).toContain('Yêu cầu bổ sung: dừng, đủ giấy tờ thì tính lại từ đầu; tối đa 1 lần');
    expect(of2018).not.toContain('Nghị định 118/2025/NĐ-CP');
    expect(of2018).toContain('đang áp dụng');
    expect(plain((await browser.get(`${base}?che-do=2025`)).body)).toContain('Nghị định 118/2025/NĐ-CP');
    const one = plain((await browser.get(`${base}?che-do=2018&thu-tuc=1.004873`)).body);
    expect(one).toContain('xác minh tình trạng hôn nhân');
    expect(one).not.toContain('Điều 19 khoản 4');
    expect((await browser.get(`${base}?che-do=<script>&thu-tuc=<b>`)).statusCode).toBe(200);
  });

  test('what is typed is said in words first, and nothing is set by that', async () => {
    const shown = await browser.post(`${base}/dat`, form({ step: 'look', most: '2' }));
    expect(shown.statusCode).toBe(200);
    const words = plain(shown.body);
    expect(words).toContain(
      `Từ ngày 01/08/2022, khi yêu cầu bổ sung hồ sơ với thủ tục ${CODE} Đăng ký thành lập hộ kinh doanh`,
    );
    expect(words).toContain('tạm dừng tính thời hạn; đủ giấy tờ thì tính tiếp phần còn lại.');
    expect(words).toContain('Người thụ lý tự yêu cầu tối đa 2 lần');
    expect(words).toContain('Đến hết ngày 31/07/2022 thủ tục này vẫn theo dòng chung');
    expect(words).toContain('kể cả khi đang chờ');
    expect(words).toContain('value="Luật thử"');
    const edited = plain((await browser.post(`${base}/dat`, form({ step: 'edit', most: 'x' }))).body);
    expect(edited).toContain('value="x"');
    expect((await supplementOn('2022-08-01')).effect).toBe('restart');
  });

  test('set once, from its day on; the former ends the day before; pressed twice is one row', async () => {
    const sent = form();
    const twice = [await browser.post(`${base}/dat`, sent), await browser.post(`${base}/dat`, sent)];
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(new Set(twice.map(idOf)).size).toBe(1);
    expect((await supplementOn('2022-07-31')).effect).toBe('restart');
    expect(await supplementOn('2022-08-01')).toEqual({ effect: 'suspend', basis: 'Luật thử', most: 1 });
    expect(await audited(idOf(twice[0] ?? { headers: {} }))).toEqual(['catalogue/set-clock-effect']);
    const changed = { ...sent, regime: '2025', 'valid-from': '01/09/2025' }; // gone back in the browser
    const other = await browser.post(`${base}/dat`, changed);
    expect([other.statusCode, idOf(other) === idOf(twice[0] ?? other)]).toEqual([303, false]);
    const ofAll = { procedure: '', most: '3', 'valid-from': '15/08/2022', basis: 'Luật thử chung' };
    const seen = plain((await browser.post(`${base}/dat`, form({ ...ofAll, step: 'look' }))).body);
    expect(seen).toContain('Ngày 15/08/2022, số thủ tục có dòng riêng, vẫn theo dòng riêng: 1.');
    expect(seen).toContain('không ghi số lần, từ ngày 15/08/2022 theo số lần của dòng mới: 1.');
    const general = await set(ofAll);
    expect(await supplementOn('2022-08-15')).toMatchObject({ most: 3, basis: 'Luật thử' });
    expect(await supplementOn('2022-08-15', '1.004873')).toMatchObject({ most: 3, effect: 'suspend' });
    expect(await supplementOn('2022-08-14', '1.004873')).toMatchObject({ most: 1, effect: 'restart' });
    const list = plain((await browser.get(`${base}?che-do=2018`)).body);
    expect(list).toContain('đến hết 14/08/2022');
    expect(list).toContain('từ 15/08/2022');
    expect(list).toContain('sắp áp dụng');
    expect(await audited(general)).toHaveLength(1);
  });

  test('all that is wrong is told at once, with everything kept', async () => {
    const wrong = form({ basis: ' ', most: '<b>x', 'valid-from': '31/02/2022', what: '' });
    const answer = await browser.post(`${base}/dat`, wrong);
    expect(answer.statusCode).toBe(422);
    for (const field of ['what', 'most', 'basis', 'valid-from'])
      expect(answer.body).toContain(`href="#f-${field}"`);
    expect(answer.body).toContain('&lt;b>x');
    expect(answer.body).toContain(`value="${CODE}" selected`);
  });

  test('no day that has begun, no day twice, no unknown procedure', async () => {
    for (const step of ['look', 'set']) {
      const today = await browser.post(`${base}/dat`, form({ step, 'valid-from': '25/07/2022' }));
      expect(today.statusCode).toBe(422);
      expect(today.body).toContain('Xin chọn ngày áp dụng từ ngày mai trở đi');
      const twice = await browser.post(`${base}/dat`, form({ step, basis: 'Khác' }));
      expect(twice.statusCode).toBe(422);
      expect(twice.body).toContain('Xin rút lại dòng ấy trước');
    }
    const unknown = await browser.post(`${base}/dat`, form({ procedure: '9.999999' }));
    expect(unknown.statusCode).toBe(422);
    expect(unknown.body).toContain('9.999999');
  });

  test('taken back before its first day, seen ever after; what has begun is not', async () => {
    const id = await set({ what: 'opinion-suspend', 'valid-from': '26/07/2022' });
    const row = `${base}/dong/${id}`;
    expect((await browser.get(row)).body).toContain(`${row}/rut-lai`);
    for (const _ of [1, 2]) expect((await browser.post(`${row}/rut-lai`, {})).statusCode).toBe(303);
    expect(await audited(id)).toEqual(['catalogue/set-clock-effect', 'catalogue/take-back-clock-effect']);
    expect(plain((await browser.get(`${base}?che-do=2018`)).body)).toContain('đã rút lại');
    const on = { procedureCode: CODE, regime: '2018', on: civilDate('2022-07-26') } as const;
    expect((await findClockEffects(db.app, on)).opinion.effect).toBe('none');
    const again = await set({ what: 'opinion-suspend', 'valid-from': '26/07/2022' });
    office.setClock('2022-07-26T08:00:00');
    const late = await browser.post(`${base}/dong/${again}/rut-lai`, {});
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('Xin đặt dòng mới từ một ngày sắp tới');
    expect((await browser.get(`${base}/dong/${again}`)).body).not.toContain('rut-lai');
    const [general] = await listDatedEffects(db.app, '2018');
    expect((await browser.post(`${base}/dong/${general?.id}/rut-lai`, {})).statusCode).toBe(422);
  });

  test('compared with the law by a second person, who says with which text; so are loaded rows', async () => {
    const id = await set({ what: 'payment-suspend', 'valid-from': '01/09/2022' });
    const url = `${base}/dong/${id}/doi-chieu`;
    const own = await browser.post(url, { source: 'Điều 5' });
    expect(own.statusCode).toBe(422);
    expect(own.body).toContain('nhờ người thứ hai');
    expect((await second.post(url, { source: ' ' })).statusCode).toBe(422);
    for (const _ of [1, 2])
      expect((await second.post(url, { source: 'Điều 5, bản in' })).statusCode).toBe(303);
    expect(await audited(id)).toContain('catalogue/compare-clock-effect');
    expect((await browser.get(`${base}/dong/${id}`)).body).toContain('đã đối chiếu: Điều 5, bản in');
    const unchecked = () => countUncheckedEffects(db.app, '2025', civilDate('2026-11-26'));
    const before = await unchecked();
    const loaded = (await listDatedEffects(db.app, '2025')).find((one) => !one.checked && !one.setBy);
    expect(
      (await second.post(`${base}/dong/${loaded?.id}/doi-chieu`, { source: 'Công báo' })).statusCode,
    ).toBe(303);
    const now = (await listDatedEffects(db.app, '2025')).find((one) => one.id === loaded?.id);
    expect(now).toMatchObject({ checked: true, comparison: { source: 'Công báo' } });
    expect(await unchecked()).toBe(before - 1);
  });

  test('who keeps the catalogue reads and compares, sets nothing; a clerk does not see it', async () => {
    expect((await second.get(base)).body).not.toContain(`${base}/dat`);
    expect((await second.get(`${base}/dat`)).statusCode).toBe(403);
    expect((await second.post(`${base}/dat`, form())).statusCode).toBe(403);
    const clerk = await office.browser(office.actor('reception-officer'));
    expect((await clerk.get(base)).statusCode).toBe(403);
    expect((await browser.get(`${base}/dong/${crypto.randomUUID()}`)).statusCode).toBe(404);
  });

  test('the programs cannot change or take away a row, and the database takes none for a day that has begun', async () => {
    const rows = () => db.app.updateTable('catalogue.clock_effect_set').set({ basis: 'x' }).execute();
    await expect(rows()).rejects.toThrow(/permission denied/);
    await expect(db.app.deleteFrom('catalogue.clock_effect_set').execute()).rejects.toThrow(
      /permission denied/,
    );
    const [row] = await db.owner.selectFrom('catalogue.clock_effect_set').selectAll().execute();
    if (!row) throw new Error('none set');
    const begun = { ...row, id: crypto.randomUUID(), valid_from: civilDate('2022-07-25') };
    await expect(db.app.insertInto('catalogue.clock_effect_set').values(begun).execute()).rejects.toThrow(
      /check/,
    );
  });
});
