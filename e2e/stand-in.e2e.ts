import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installation } from '../outside/installation.ts';
import { freePort } from '../outside/running.ts';
import { openBrowser, signIn } from './browser.ts';
import { allAtOnce, pressFor, shownCode } from './day-offices.ts';
import { dossierPath, give, record, takeIn } from './demo-desk.ts';
import { people } from './demo-people.ts';
import { expectGood } from './page-checks.ts';

const house = new Installation(await freePort());
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  await house.start('--kind', 'demo', '--clock', '2022-07-25T08:00');
});
afterAll(async () => {
  await browser.close();
  await house.remove();
});

async function open(account: string): Promise<Page> {
  return (await signIn(browser, house.address, account)).page;
}

const days = { tu: '25/07/2022', den: '29/07/2022' };
/** Three pages of one document in two copies. */
const copy = { 'documents.0.name': 'Học bạ', 'documents.0.pages': '3', 'documents.0.copies': '2' };
const decision = { 'so-qd': '12/QĐ-UBND', 'ngay-qd': '20/07/2022' };

test('a specialist is away and somebody goes on; the leader is away and somebody signs for him; the paper says so', {
  timeout: 300_000,
}, async () => {
  const specialist = await open('thu.nguyen');
  const clerk = await open('ngan.pham');
  const number = await takeIn(clerk, people.duyen);
  await give(clerk, number, 'chuyen');
  for (const command of ['confirm-receipt', 'start-step'])
    expect(await allAtOnce(specialist, '/lam-viec', command)).toBe(1);
  await record(specialist, '/lam-viec/vang-mat/ghi', { ...days, 'ly-do': 'leave' });
  await expectGood('who is away', specialist);

  const administrator = await open('nghia.duong');
  const absent = { 'chuc-danh': 'Nguyễn Thị Cẩm Thư', nguoi: 'Huỳnh Văn Út' };
  await record(administrator, '/quan-tri/thay-the/nguoi-thay', { ...absent, ...days, ...decision });
  const authority = { 'chuc-danh': 'Đỗ Quốc Sơn: Trưởng phòng', nguoi: 'Lương Trung Tùng', 'cach-ky': 'TUQ' };
  const what = { viec: 'Ký giấy tờ hộ kinh doanh', 'pham-vi': '1.001612' };
  await record(administrator, '/quan-tri/thay-the/uy-quyen', { ...authority, ...what, ...decision, ...days });

  const next = await takeIn(clerk, people.hoa);
  await clerk.goto(dossierPath(next, 'chuyen'));
  expect(await clerk.innerText('main')).toContain('vắng đến 29/07; người thay: Huỳnh Văn Út');

  const substitute = await open('ut.huynh');
  expect(await substitute.innerText('main')).toContain('Thay cho Nguyễn Thị Cẩm Thư');
  await expectGood('the work of somebody away', substitute);
  await give(substitute, number, 'xong', { title: 'Giấy chứng nhận', content: 'Cấp cho bà Duyên' });
  await substitute.goto(dossierPath(number, 'dien-bien'));
  expect(await substitute.innerText('main')).toContain(
    'thay Nguyễn Thị Cẩm Thư theo Quyết định số 12/QĐ-UBND ngày 20/07/2022',
  );

  const deputy = await open('tung.luong');
  await deputy.goto('/lam-viec/ky');
  expect(await deputy.innerText('main')).toContain('Ký TUQ. Trưởng phòng');
  await expectGood('the folder of who signs for somebody', deputy);
  await deputy.keyboard.press('X');
  await deputy.fill('[name="ma"]', await shownCode(deputy));
  expect(await pressFor(deputy, 'decide')).toBe(1);

  await deputy.goto(dossierPath(number));
  const links = await deputy
    .locator('main a[href*="/giay/"]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  let said = '';
  for (const path of links.filter((one) => !one.endsWith('.pdf'))) {
    await deputy.goto(path);
    said += await deputy.innerText('body');
  }
  expect(said).toContain('TUQ. Trưởng phòng');
  expect(said).toContain('Chánh Văn phòng');
  expect(said).toContain('Lương Trung Tùng');
  expect(await house.verify()).toMatchObject({ ok: true });
});

/** Every item of the menu opens. */
async function walkMenu(page: Page): Promise<void> {
  const items = await page
    .locator('nav a[href^="/lam-viec"]')
    .evaluateAll((all) => [...new Set(all.map((link) => (link as HTMLAnchorElement).pathname))]);
  expect(items).toContain('/lam-viec/thu-phi');
  for (const path of items) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
  }
}

test('a clerk is away: a colleague of another office receives, takes the fee and certifies at that counter', {
  timeout: 300_000,
}, async () => {
  const administrator = await open('nghia.duong');
  const absent = { 'chuc-danh': 'Phạm Thị Kim Ngân', nguoi: 'Trần Thị Thu Phương' };
  await record(administrator, '/quan-tri/thay-the/nguoi-thay', { ...absent, ...days, ...decision });
  const elsewhere = { 'chuc-danh': 'Võ Thị Thanh Ngọc: Công chức tiếp nhận', nguoi: 'Nguyễn Quốc Khang' };
  await record(administrator, '/quan-tri/thay-the/nguoi-thay', { ...elsewhere, ...days, ...decision });

  const substitute = await open('phuong.tran');
  await walkMenu(substitute);
  const number = await takeIn(substitute, people.an);
  expect(await substitute.innerText('main')).toContain('In biên lai');
  await substitute.goto(dossierPath(number, 'dien-bien'));
  expect(await substitute.innerText('main')).toContain(
    'thay Phạm Thị Kim Ngân theo Quyết định số 12/QĐ-UBND',
  );
  await substitute.goto('/lam-viec/chung-thuc');
  for (const [name, value] of Object.entries({ ...copy, name: people.hoa.name }))
    await substitute.fill(`[name="${name}"]`, value);
  await substitute.locator('button[value="accept"]').click();
  await substitute.waitForURL(/\/xong\//);
  expect(await substitute.innerText('main')).toContain('01/2022-SCT/BS');
  await substitute.goto('/lam-viec/thu-phi');
  await substitute.locator('main tbody a').first().click();
  expect(await substitute.innerText('main')).toContain('làm thay Phạm Thị Kim Ngân');
  await expectGood('the list of who takes money for somebody', substitute);

  const atTwo = await open('khang.nguyen');
  await atTwo.goto('/lam-viec/tiep-nhan?q=khai sinh');
  await expectGood('reception with counters at two places', atTwo);
  await atTwo.getByRole('link', { name: '(thay Võ Thị Thanh Ngọc)' }).click();
  await atTwo.waitForURL(/quay=/);
  expect(await atTwo.innerText('.procedures form button >> nth=0')).toBe('Đăng ký khai sinh');
  await atTwo.fill('.procedure-search [name="q"]', '');
  await atTwo.locator('.procedure-search [name="q"]').pressSequentially('1.001193');
  await atTwo.locator('.hits li', { hasText: 'Đăng ký khai sinh' }).first().click();
  await atTwo.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
  expect(await house.verify()).toMatchObject({ ok: true });
});
