import { beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { setLocalFee } from './actions/set-local-fee.ts';
import { listLocalFees } from './store/local-fees.ts';
import { anAdministration } from './testing-desk.ts';

const db = await testDatabase();
const CODE = '1.001612';
const base = '/quan-tri/phi-dia-phuong';
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
  muc: '0',
  amount: '100.000',
  channel: '',
  'resolution-number': '06/2020/NQ-HĐND',
  'resolution-date': '10/07/2020',
  'resolution-body': 'HĐND tỉnh Đồng Tháp',
  'valid-from': '01/08/2020',
  'valid-to': '',
  ...change,
});
const origin = () => {
  const now = office.deps.clock.now();
  return { legalNow: now, machineNow: now, address: null, requestId: 'test' };
};
const amounts = async (code = CODE) =>
  (await listLocalFees(db.app, agency.id, code)).map(({ amount, validFrom }) => [amount, validFrom]);

describe('local fees', () => {
  test('the list says what is not set yet', async () => {
    const list = (await browser.get(base)).body;
    expect(list).toContain('Đăng ký thành lập hộ kinh doanh');
    expect(list).toContain('Chưa đặt');
    expect(list).not.toContain('Chứng thực bản sao từ bản chính'); // its fee is the law's
  });

  test('an amount is set with its resolution, once, and shown with who set it', async () => {
    const sent = form();
    const first = await browser.post(`${base}/${CODE}`, sent);
    expect(first.statusCode).toBe(303);
    expect((await browser.post(`${base}/${CODE}`, sent)).statusCode).toBe(303); // pressed twice
    expect(await amounts()).toEqual([[100_000, '2020-08-01']]);
    const list = (await browser.get(base)).body;
    expect(list).toContain('100.000');
    expect(list).toContain('06/2020/NQ-HĐND ngày 10/07/2020 của HĐND tỉnh Đồng Tháp');
    const page = (await browser.get(String(first.headers.location))).body;
    expect(page).toContain('Lê Ngọc Châu, 08:00, thứ Hai 25/07/2022');
    expect(page).toContain('value="06/2020/NQ-HĐND"'); // the next fee of the same resolution
  });

  test('what held is not written over; from today on it may change, and the past is told', async () => {
    const past = await browser.post(`${base}/${CODE}`, form({ amount: '1', 'valid-from': '24/07/2022' }));
    expect(past.statusCode).toBe(422);
    expect(past.body).toContain('không sửa lại được');
    expect(past.body).toContain('value="24/07/2022"');
    const next = form({ amount: '50.000', 'valid-from': '01/08/2022', 'resolution-date': '20/07/2022' });
    expect((await browser.post(`${base}/${CODE}`, next)).statusCode).toBe(303);
    expect(await amounts()).toEqual([
      [50_000, '2022-08-01'],
      [100_000, '2020-08-01'],
    ]);
    expect((await browser.get(base)).body).toContain('Sắp áp dụng: 50.000');
  });

  test('all that is wrong is told at once, with everything kept', async () => {
    const wrong = form({ amount: '<b>x', 'resolution-number': '', 'valid-from': '31/02/2022' });
    const answer = await browser.post(`${base}/${CODE}`, wrong);
    expect(answer.statusCode).toBe(422);
    for (const field of ['amount', 'resolution-number', 'valid-from'])
      expect(answer.body).toContain(`href="#f-${field}"`);
    expect(answer.body).toContain('&lt;b>x');
  });

  test('one resolution for every agency of a level: all or none', async () => {
    const commune = office.agencies.find((one) => one.level === 'xa');
    if (!commune) throw new Error('no commune');
    const sent = form({ 'co-quan': commune.code, 'whole-level': '1', amount: '5.000' });
    expect((await browser.post(`${base}/1.000656`, sent)).statusCode).toBe(303);
    const communes = office.agencies.filter((one) => one.level === 'xa');
    expect(communes.length).toBeGreaterThan(5);
    for (const one of communes) expect(await listLocalFees(db.app, one.id, '1.000656')).toHaveLength(1);
    const again = form({ 'co-quan': commune.code, 'whole-level': '1', 'valid-from': '01/09/2020' });
    expect((await browser.post(`${base}/1.000656`, again)).statusCode).toBe(422);
    for (const one of communes) expect(await listLocalFees(db.app, one.id, '1.000656')).toHaveLength(1);
  });

  test('no other fee, no other procedure, no unknown agency', async () => {
    expect((await browser.post(`${base}/2.000815`, form())).statusCode).toBe(404);
    expect((await browser.post(`${base}/khong-co`, form())).statusCode).toBe(404);
    expect((await browser.get(`${base}/2.000815`)).statusCode).toBe(404);
    expect((await browser.get(`${base}?co-quan=<script>`)).statusCode).toBe(200); // shows the own agency
  });

  test('only those who administer', async () => {
    const clerk = await office.browser(office.actor('reception-officer'));
    expect((await clerk.get(base)).statusCode).toBe(403);
    expect((await clerk.post(`${base}/${CODE}`, form())).statusCode).toBe(403);
  });

  test('two at once: both are written, one after the other, and the later word counts', async () => {
    const fee = (amount: number) => ({
      per: 'lần',
      channel: null,
      amount,
      resolution: { number: '1', date: civilDate('2020-07-10'), body: 'HĐND' },
      validFrom: civilDate('2022-07-25'),
      validTo: null,
    });
    const press = (amount: number) =>
      setLocalFee(office.deps, {
        actor: office.actor('catalogue-manager'),
        origin: origin(),
        key: crypto.randomUUID(),
        agencyId: agency.id,
        wholeLevel: false,
        code: '2.000720',
        fee: fee(amount),
      });
    const done = await Promise.all([press(1), press(2)]);
    expect(done.every((one) => one.ok)).toBe(true);
    expect(await amounts('2.000720')).toHaveLength(2);
  });

  test('the programs cannot change or take away a row', async () => {
    await expect(db.app.updateTable('catalogue.local_fee').set({ amount: 1 }).execute()).rejects.toThrow(
      /permission denied/,
    );
    await expect(db.app.deleteFrom('catalogue.local_fee').execute()).rejects.toThrow(/permission denied/);
  });
});
