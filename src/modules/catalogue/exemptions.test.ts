import { beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { setExemption } from './actions/set-exemption.ts';
import { listFeeExemptions } from './store/fee-exemptions.ts';
import { anAdministration } from './testing-desk.ts';

const db = await testDatabase();
const base = '/quan-tri/mien-giam';
let office: Awaited<ReturnType<typeof anAdministration>>;
let browser: Awaited<ReturnType<typeof office.browser>>;
let second: typeof browser;

beforeAll(async () => {
  office = await anAdministration(db);
  const manager = office.actor('catalogue-manager');
  browser = await office.browser(manager);
  const other = { ...manager, accountId: '00000000-0000-7000-8000-000000000010', name: 'Trần Văn Hai' };
  second = await office.browser(other);
});

const wordsOf = async (group: string) => (await listFeeExemptions(db.app)).filter((one) => one.key === group);
const lastOf = async (group: string) => (await wordsOf(group)).at(-1)?.id ?? '';
const form = (change: Record<string, string> = {}) => ({
  key: crypto.randomUUID(),
  seen: '',
  name: 'Người thuộc hộ nghèo',
  'name-en': 'Poor households',
  percent: '50',
  procedures: '',
  channel: '',
  proof: '1',
  basis: 'Nghị quyết 06/2020/NQ-HĐND',
  'valid-from': '01/08/2022',
  'valid-to': '',
  ...change,
});

describe('exemptions kept by people', () => {
  test('the list shows what is loaded, and that nobody has compared it', async () => {
    const list = (await browser.get(base)).body;
    expect(list).toContain('Người có công với cách mạng');
    expect(list).toContain('Còn 9 trên 9 đối tượng chưa đối chiếu');
  });

  test('a new word follows, once; what was said before stays', async () => {
    const sent = form({ seen: await lastOf('ho-ngheo') });
    const first = await browser.post(`${base}/ho-ngheo`, sent);
    expect(first.statusCode).toBe(303);
    expect((await browser.post(`${base}/ho-ngheo`, sent)).statusCode).toBe(303); // pressed twice
    expect((await wordsOf('ho-ngheo')).map((one) => [one.percent, one.validFrom])).toEqual([
      [100, '2017-01-01'],
      [50, '2022-08-01'],
    ]);
    const page = (await browser.get(String(first.headers.location))).body;
    expect(page).toContain('Lê Ngọc Châu, 08:00, thứ Hai 25/07/2022');
    expect(page).toContain('Có sẵn khi cài đặt');
    expect((await browser.get(base)).body).toContain('miễn. Sắp áp dụng: giảm 50% từ 01/08/2022');
  });

  test('no past day changes; everything wrong is told at once and nothing typed is lost', async () => {
    const seen = await lastOf('tre-em');
    const past = await browser.post(`${base}/tre-em`, form({ seen, 'valid-from': '24/07/2022' }));
    expect(past.statusCode).toBe(422);
    expect(past.body).toContain('những ngày đã qua');
    expect(past.body).toContain('value="24/07/2022"');
    const wrong = form({ seen, percent: '<b>', basis: '', procedures: '9.999999' });
    const answer = await browser.post(`${base}/tre-em`, wrong);
    expect(answer.statusCode).toBe(422);
    for (const field of ['percent', 'basis']) expect(answer.body).toContain(`href="#f-${field}"`);
    expect(answer.body).toContain('&lt;b>');
    const unknown = await browser.post(`${base}/tre-em`, form({ seen, procedures: '9.999999' }));
    expect(unknown.body).toContain('không có thủ tục mã 9.999999');
    expect(await wordsOf('tre-em')).toHaveLength(1);
  });

  test('a new group is offered from its first day on, and confirmed by a second person only', async () => {
    const sent = form({ name: 'Học sinh, sinh viên', procedures: '1.001193', 'valid-from': '25/07/2022' });
    const made = await browser.post(`${base}/moi`, sent);
    expect(made.headers.location).toBe(`${base}/hoc-sinh-sinh-vien?xong=set`);
    const twin = await browser.post(`${base}/moi`, form({ name: 'Học sinh sinh viên' }));
    expect(twin.statusCode).toBe(422);
    expect(twin.body).toContain('Đã có đối tượng mang tên này');
    const exemption = await lastOf('hoc-sinh-sinh-vien');
    const check = { exemption, source: 'Nghị quyết, trang 2' };
    const address = `${base}/hoc-sinh-sinh-vien/xac-nhan`;
    expect((await browser.post(address, check)).body).toContain('Người đã ghi nội dung này không tự');
    expect((await second.post(address, { exemption, source: ' ' })).statusCode).toBe(422);
    expect((await second.post(address, check)).statusCode).toBe(303);
    expect((await second.post(address, check)).statusCode).toBe(303); // pressed twice
    const [word] = await wordsOf('hoc-sinh-sinh-vien');
    expect(word).toMatchObject({ unverified: false, checked: { name: 'Trần Văn Hai' } });
  });

  test('two at once: one word is written, the other sees it and loses nothing', async () => {
    const seen = await lastOf('nguoi-cao-tuoi');
    const now = office.deps.clock.now();
    const press = (percent: number) =>
      setExemption(office.deps, {
        actor: office.actor('catalogue-manager'),
        origin: { legalNow: now, machineNow: now, address: null, requestId: 'test' },
        key: crypto.randomUUID(),
        group: 'nguoi-cao-tuoi',
        seen,
        exemption: {
          name: { vi: 'Người cao tuổi', en: 'Elderly people' },
          percent,
          procedureCodes: null,
          channel: null,
          proofNeeded: true,
          basis: 'Điều 10',
          validFrom: civilDate('2022-07-25'),
          validTo: null,
        },
      });
    const done = await Promise.all([press(50), press(60)]);
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    expect(done.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'catalogue/exemption-changed' } });
    expect(await wordsOf('nguoi-cao-tuoi')).toHaveLength(2);
  });

  test('nobody else opens it; no group that there is not; no row is changed', async () => {
    const clerk = await office.browser(office.actor('reception-officer'));
    expect((await clerk.get(base)).statusCode).toBe(403);
    expect((await clerk.post(`${base}/ho-ngheo`, form())).statusCode).toBe(403);
    expect((await browser.get(`${base}/khong-co`)).statusCode).toBe(404);
    expect((await browser.post(`${base}/khong-co`, form())).statusCode).toBe(404);
    await expect(db.app.updateTable('catalogue.fee_exemption').set({ percent: 1 }).execute()).rejects.toThrow(
      /permission denied/,
    );
  });
});
