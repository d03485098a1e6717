import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, startedDemo } from '../outside/installation.ts';
import { openBrowser, signIn } from './browser.ts';
import { expectGood } from './page-checks.ts';

const LONG = { timeout: 240_000 };
const AGENCY = ['--agency', '000.00.11.H20'];
let demo: Installation;
let browser: Browser;
let file: string;

/** Two dossiers of the software before, as its export might look; the second is late and has a doubt. */
const exported = [
  'Số hồ sơ;Mã thủ tục;Trường hợp;Họ tên hoặc tên tổ chức;Số giấy tờ hoặc mã số thuế;Địa chỉ;Tiếp nhận lúc;Hẹn trả;Tình trạng;Đơn vị đang giữ;Diễn biến',
  'HS/2022/00457;1.001612;Một cá nhân đăng ký;Nguyễn Thị Mẫu;087188004512;Ấp 1, xã Phú Hựu, huyện Châu Thành, tỉnh Đồng Tháp;21/07/2022 08:30;26/07/2022;đang giải quyết;Phòng Tài chính - Kế hoạch;"21/07/2022: Nhận đủ giấy tờ"',
  '000.00.11.H20-220725-0017;1.001612;Một cá nhân đăng ký;LÊ VĂN MẪU;087071002238;Ấp 2, xã Phú Hựu, huyện Châu Thành, tỉnh Đồng Tháp;25/07/2022 07:10;28/07/2022;chờ chuyển;;',
].join('\r\n');

beforeAll(async () => {
  [demo, browser] = [await startedDemo(), await openBrowser()];
  file = join(demo.folder, 'ho-so.csv');
  writeFileSync(file, `\uFEFF${exported}`);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await demo?.remove();
});

const importing = (...args: readonly string[]) =>
  demo.command('import', 'dossiers', file, ...AGENCY, ...args);
const countDossiers = async () =>
  (await demo.rows<{ n: number }>('select count(*)::int as n from dossiers.dossier'))[0]?.n;

test(
  'a try names the doubt, applying asks to accept it, and applying again makes nothing twice',
  LONG,
  async () => {
    const tried = await importing();
    expect(tried.printed).toContain('DOUBT: Row 3, column “Họ tên hoặc tên tổ chức”');
    expect(tried).toMatchObject({ code: 0 });
    expect(await importing('--apply')).toMatchObject({ code: 1 });
    expect(await countDossiers()).toBe(0);
    const applied = await importing('--apply', '--accept-doubts');
    expect(applied.printed).toContain('2 dossiers taken over');
    const again = await importing('--apply', '--accept-doubts');
    expect(again.printed).toContain('0 dossiers taken over; 2 were taken over before');
    expect(await countDossiers()).toBe(2);
    expect(await demo.verify()).toMatchObject({ ok: true });
  },
);

test('who works with it finds it, reads where it came from, and goes on', LONG, async () => {
  const { page, context } = await signIn(browser, demo.address, 'thu.nguyen');
  await page.goto('/lam-viec');
  await page
    .getByRole('link', { name: /HS\/2022\/00457|2022\/00457/ })
    .first()
    .click();
  await expectGood('taken-over', page);
  const text = await page.locator('main').innerText();
  for (const said of ['Tiếp nhận từ phần mềm cũ', 'Nhận đủ giấy tờ', 'do phần mềm cũ hẹn'])
    expect(text).toContain(said);
  await page.getByRole('button', { name: 'Bắt đầu' }).first().click();
  expect(await page.locator('main').innerText()).not.toContain('Chưa ai');
  await page.goto('/lam-viec/ho-so/HS%2F2022%2F00457/dien-bien');
  await expectGood('taken-over-history', page);
  await context.close();
  const clerk = await signIn(browser, demo.address, 'ngan.pham');
  await clerk.page.goto('/lam-viec/so-theo-doi?thang=2022-07');
  expect(await clerk.page.locator('main').innerText()).toContain('Tiếp nhận từ phần mềm cũ');
  await expectGood('register-taken-over', clerk.page);
  await clerk.context.close();
});

test('a citizen finds it by the number on the old receipt', LONG, async () => {
  const context = await browser.newContext({ baseURL: demo.address });
  const page = await context.newPage();
  await page.goto('/tra-cuu');
  await page.locator('main input[type="text"], main input:not([type])').first().fill('hs/2022/00457');
  await page.keyboard.press('Enter');
  await page.getByText('26/07/2022').first().waitFor();
  await expectGood('look-up-taken-over', page);
  await context.close();
});
