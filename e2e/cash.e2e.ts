import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installation } from '../outside/installation.ts';
import { freePort } from '../outside/running.ts';
import { openBrowser, signIn } from './browser.ts';
import { dossierPath, fillDraft, startDraft } from './demo-desk.ts';
import { people } from './demo-people.ts';
import { expectGood } from './page-checks.ts';

const installation = new Installation(await freePort());
const folder = mkdtempSync(join(tmpdir(), 'motcua-cash-'));
const RESOLUTION = 'Nghị quyết 06/2020/NQ-HĐND ngày 10/07/2020 của HĐND tỉnh Đồng Tháp';
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  await installation.start('--kind', 'demo', '--clock', '2022-07-25T08:00');
});
afterAll(async () => {
  await browser.close();
  await installation.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** For whoever wants to look: CASH_PICTURES=<folder>. */
async function look(name: string, page: Page): Promise<void> {
  await expectGood(name, page);
  const pictures = process.env['CASH_PICTURES'];
  if (!pictures) return;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The office sets once what the province decided; nobody is asked for it at the counter again. */
async function setLocalFees(): Promise<void> {
  const { page } = await signIn(browser, installation.address, 'chau.le');
  await page.goto('/quan-tri/phi-dia-phuong');
  await page.getByRole('link', { name: 'Đăng ký thành lập hộ kinh doanh' }).click();
  await page.fill('[name="amount"]', 'một trăm');
  await page.getByRole('button', { name: 'Đặt mức thu' }).click();
  await look('local-fee-refused', page);
  await page.fill('[name="amount"]', '100.000');
  await page.fill('[name="resolution-number"]', '06/2020/NQ-HĐND');
  await page.fill('[name="resolution-date"]', '10/07/2020');
  await page.fill('[name="resolution-body"]', 'HĐND tỉnh Đồng Tháp');
  await page.fill('[name="valid-from"]', '01/08/2020');
  await page.getByRole('button', { name: 'Đặt mức thu' }).click();
  await page.waitForURL(/xong=1/);
}

/** Takes one dossier in; `before` fills what is different about its fee. */
async function takeIn(
  page: Page,
  who: keyof typeof people,
  before: (page: Page) => Promise<void> = async () => {},
): Promise<string> {
  await startDraft(page, '1.001612');
  expect(await page.locator('input[name="fees.0.amount"]').count(), 'asked for the amount').toBe(0);
  await fillDraft(page, people[who]);
  await before(page);
  await page.locator('button[formaction$="/tiep-nhan"]').click();
  await page.waitForURL(/\/lam-viec\/ho-so\/.*moi=1/);
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
}

async function receiptText(page: Page, number: string): Promise<string> {
  await page.goto(dossierPath(number, 'thu-tien'));
  const href = await page.locator('main a[href$=".pdf"]').first().getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.status()).toBe(200);
  const file = join(folder, 'receipt.pdf');
  writeFileSync(file, await answer.body());
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
}

test('a day of fees: five dossiers, one exempted, one given back, closed with a difference, confirmed', {
  timeout: 300_000,
}, async () => {
  await setLocalFees();
  const { page } = await signIn(browser, installation.address, 'ngan.pham');
  await page.goto('/lam-viec/thu-phi');
  await look('lists-empty', page);

  const first = await takeIn(page, 'duyen');
  expect(await page.locator('main').innerText()).toContain('In biên lai 0000001/2022');
  const paper = await receiptText(page, first);
  for (const said of ['BIÊN LAI THU PHÍ, LỆ PHÍ', '0000001/2022', RESOLUTION, 'Một trăm nghìn đồng'])
    expect(paper).toContain(said);

  await takeIn(page, 'hoa', (intake) => intake.getByLabel('Chuyển khoản').check());
  const exempted = await takeIn(page, 'an', async (intake) => {
    await intake.locator('[name="exemption"]').selectOption('ho-ngheo');
    await intake.locator('[name="exemption-proof"]').fill('Giấy chứng nhận hộ nghèo số 87/2022');
    await intake.locator('[data-reload-button]').evaluate((button: HTMLElement) => button.click());
    await intake.locator('text=Căn cứ: Điều 10').waitFor();
    await look('intake-exempted', intake);
  });
  await page.goto(dossierPath(exempted, 'thu-tien'));
  expect(await page.locator('main').innerText()).toContain('Giấy chứng nhận hộ nghèo số 87/2022');
  await look('payment-exempt', page);

  const back = await takeIn(page, 'duc');
  await page.goto(dossierPath(back, 'thu-tien'));
  await page.getByText('Trả lại tiền', { exact: true }).first().click();
  await page.locator('form[action$="/tra-lai-tien"] button[type="submit"]').click();
  await look('payment-refused', page);
  await page.locator('[name="back-reason"]').selectOption('overpaid');
  await page.locator('[name="back-note"]').fill('Đã nộp qua ngân hàng trước đó');
  await page.locator('form[action$="/tra-lai-tien"] button[type="submit"]').click();
  await page.waitForURL(/xong=given-back/);
  await look('payment-given-back', page);

  const atReturn = await takeIn(page, 'o', (intake) => intake.getByLabel('Thu khi trả kết quả').check());
  await page.goto(dossierPath(atReturn, 'thu-tien'));
  await look('payment-due', page);
  await page.getByRole('button', { name: 'Thu tiền và in biên lai' }).click();
  await page.waitForURL(/xong=taken/);

  await closeDay(page);
  await confirmDay();
  await lookAtQuarter();
  await lookAtExemptions();
});

/** What is left of the day stands in the quarter, and the list behind a number opens. */
async function lookAtQuarter(): Promise<void> {
  const { page } = await signIn(browser, installation.address, 'phuc.do');
  await page.goto('/lam-viec/thu-phi/quy');
  const said = await page.locator('main').innerText();
  expect(said).toContain('từ 0000001/2022 đến 0000005/2022');
  expect(said).toContain('chưa được xác nhận');
  await look('quarter', page);
  await page.getByRole('button', { name: 'Ghi chứng từ nộp' }).click();
  await look('quarter-refused', page);
  await page.goto('/lam-viec/thu-phi/quy/chi-tiet?loai=given-back');
  expect(await page.locator('main').innerText()).toContain('Phiếu trả lại 0000001/2022');
  await look('quarter-list', page);
}

async function lookAtExemptions(): Promise<void> {
  const { page } = await signIn(browser, installation.address, 'chau.le');
  await page.goto('/quan-tri/mien-giam');
  await look('exemptions', page);
  await page.locator('main table a').first().click();
  await page.fill('[name="percent"]', '0');
  await page.getByRole('button', { name: 'Lưu nội dung miễn, giảm' }).click();
  await look('exemption-refused', page);
  await page.fill('[name="percent"]', '50');
  await page.getByRole('button', { name: 'Lưu nội dung miễn, giảm' }).click();
  await page.waitForURL(/xong=set/);
  await look('exemption', page);
}

async function closeDay(page: Page): Promise<void> {
  await page.goto('/lam-viec/thu-phi');
  await page.locator('main table a').first().click();
  expect(await page.locator('main').innerText()).toContain('0000004/2022');
  // 200.000 đ by the list, 195.000 đ in the drawer
  await page.getByText('Đếm theo mệnh giá').click();
  await page.fill('[name="pieces.50000"]', '3');
  await page.fill('[name="pieces.20000"]', '2');
  await page.fill('[name="pieces.5000"]', '1');
  await page.fill('[name="transfer"]', '100.000');
  await page.getByRole('button', { name: 'Khóa sổ' }).click();
  expect(await page.locator('main').innerText()).toContain('giải thích chênh lệch');
  await look('list-refused', page);
  await page.fill('[name="explanation"]', 'Thối nhầm 5.000 đ cho người nộp thứ nhất');
  await page.getByRole('button', { name: 'Khóa sổ' }).click();
  await page.waitForURL(/xong=closed/);
  expect(await page.locator('main').innerText()).toContain('thiếu 5.000');
  await look('list-closed', page);
  const later = await takeIn(page, 'bay');
  await page.goto('/lam-viec/thu-phi');
  expect(await page.locator('main').innerText()).toContain('25/07/2022, bổ sung 1');
  expect(await receiptText(page, later)).toContain('0000005/2022');
}

async function confirmDay(): Promise<void> {
  expect((await installation.command('demo', 'clock', '2022-07-26T08:00')).code).toBe(0);
  const { page } = await signIn(browser, installation.address, 'phuc.do');
  await expect
    .poll(() => page.goto('/lam-viec/thu-phi').then(() => page.innerText('footer')), { timeout: 20_000 })
    .toContain('26/07/2022');
  const rows = page.locator('main table tbody tr');
  expect(await rows.first().innerText()).toContain('Chưa khóa'); // an open day of the past stands on top
  await look('lists-head', page);
  await page.locator('main tr', { hasText: 'Chờ xác nhận' }).locator('a').first().click();
  await look('list-to-confirm', page);
  await page.fill('[name="received"]', '195.000');
  await page.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  await page.waitForURL(/xong=confirmed/);
  await look('list-confirmed', page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.print-signatures').isVisible()).toBe(true);
  const pictures = process.env['CASH_PICTURES'];
  if (pictures) await page.pdf({ path: join(pictures, 'list.pdf'), format: 'A4' });
}
