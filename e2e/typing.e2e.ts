import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptDossier } from '../outside/counter-client.ts';
import { signedIn } from '../outside/http-client.ts';
import { type Installation, startedDemo } from '../outside/installation.ts';
import { expectAccessible, openBrowser, signIn } from './browser.ts';

const CARD = '087188004512|341234567|Huỳnh Thị Mỹ Duyên|14091988|Nữ|Ấp Tân Bình|15082021|thừa';
const NAME = 'input[name="applicants.0.name"]';
let demo: Installation;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startedDemo(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await demo.remove();
});

async function openDraft(page: Page): Promise<string> {
  await page.goto('/lam-viec/tiep-nhan?q=1.001612');
  await page.locator('main button.procedure-name').first().click();
  await page.waitForSelector(NAME);
  return page.url();
}

const active = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.id);

test('the keys begin where one expects: account, first field, key help, first row', async () => {
  const people = ['khang.nguyen', 'ngan.pham'] as const;
  const client = await signedIn(demo.address, people[0]);
  for (const _ of people) await acceptDossier(client);
  const { page } = await signIn(browser, demo.address, people[0]);
  const visitor = await browser.newPage();
  await visitor.goto(`${demo.address}/dang-nhap`);
  expect(await active(visitor)).toBe('tai-khoan');
  await openDraft(page);
  expect(await active(page)).toBe('scan');
  await page.goto('/lam-viec/ho-so');
  await page.keyboard.press('j');
  const rows = page.locator('tbody tr:not(.group)');
  expect(await rows.first().evaluate((row) => row.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('j');
  expect(await rows.nth(1).evaluate((row) => row.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('?');
  expect(await active(page)).toBe('phim-tat-ten');
  await page.context().close();
});

test.each([1280, 360])('suggestions open under the field being typed in, at %d', async (width) => {
  const { page, context } = await signIn(browser, demo.address, 'khang.nguyen', { width });
  await page.goto('/lam-viec/tiep-nhan');
  const field = page.locator('main input[type="search"]');
  await field.pressSequentially('ho kinh doanh');
  const list = page.locator('.hits');
  await list.locator('li').first().waitFor();
  const [input, hits] = [await field.boundingBox(), await list.boundingBox()];
  expect(hits?.y).toBeGreaterThanOrEqual((input?.y ?? 0) + (input?.height ?? 0));
  expect((hits?.x ?? 0) + (hits?.width ?? 0)).toBeLessThanOrEqual(width);
  await context.close();
});

test('without scripts Enter in the field of the reader reads the card, and no key is promised', async () => {
  const { page, context } = await signIn(browser, demo.address, 'khang.nguyen', { javaScript: false });
  await openDraft(page);
  expect(await page.locator('.keys').isVisible()).toBe(false);
  await page.fill('[name="scan"]', CARD);
  await page.press('[name="scan"]', 'Enter');
  expect(await page.inputValue(NAME)).toBe('Huỳnh Thị Mỹ Duyên');
  await context.close();
});

test('two windows on one draft: the second is told why it is not kept, and decides', async () => {
  const { page, context } = await signIn(browser, demo.address, 'khang.nguyen');
  const draft = await openDraft(page);
  const other = await context.newPage();
  await other.goto(draft);
  await other.fill(NAME, 'Cửa sổ hai');
  await other.getByText('Đã lưu nháp lúc').waitFor();
  await page.fill(NAME, 'Cửa sổ một');
  await page.getByText('vừa được lưu từ một cửa sổ khác lúc').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lưu nội dung ở trang này thay bản kia' }).click();
  await page.getByText('Đã lưu nháp lúc').waitFor();
  await other.goto(draft);
  expect(await other.inputValue(NAME)).toBe('Cửa sổ một');
  await context.close();
});

test('PostgreSQL killed while typing: said at once, kept on the page that answers, sent again when it is back', async () => {
  const { page, context } = await signIn(browser, demo.address, 'khang.nguyen');
  const draft = await openDraft(page);
  await page.route('**/luu-nhap', (route) => route.fulfill({ status: 503 }));
  await page.fill(NAME, 'Người gõ lúc máy chủ dừng');
  await page.getByText('máy chủ đang tạm ngừng').waitFor();
  await page.unroute('**/luu-nhap');
  await page.getByText('Đã lưu nháp lúc').waitFor();
  await page.reload();
  expect(await page.inputValue(NAME)).toBe('Người gõ lúc máy chủ dừng');

  await page.fill(NAME, 'Bấm lúc máy chủ dừng');
  await page.route('**/luu-nhap', (route) => route.abort());
  process.kill(demo.postgresPid(), 'SIGKILL');
  await page.getByRole('button', { name: 'Để sau' }).click();
  await page.getByRole('heading', { name: 'Tạm thời chưa phục vụ được' }).waitFor();
  await expectAccessible(page);
  expect(await page.innerText('main')).toMatch(/Mã sự việc: [2-9A-Z]{4}-[2-9A-Z]{4}/);
  for (let sends = 0; sends < 30 && (await page.title()).startsWith('Tạm thời'); sends += 1)
    await page.getByRole('button', { name: 'Gửi lại' }).click();
  await page.goto(draft);
  expect(await page.inputValue(NAME)).toBe('Bấm lúc máy chủ dừng');
  await context.close();
});
