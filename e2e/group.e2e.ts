import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, startedDemo } from '../outside/installation.ts';
import { openBrowser, signIn } from './browser.ts';
import { fillDraft, startDraft } from './demo-desk.ts';
import { people } from './demo-people.ts';
import { expectGood } from './page-checks.ts';

let demo: Installation;
let browser: Browser;

beforeAll(async () => {
  demo = await startedDemo();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await demo.remove();
});

async function good(name: string, page: Page): Promise<void> {
  await expectGood(name, page);
  const folder = process.env['PICTURES'];
  for (const width of folder ? [1280, 360] : []) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  if (folder) await page.setViewportSize({ width: 1280, height: 900 });
}

test('a family: one press, a dossier each, shown together; the next one is begun like one of them', async () => {
  const { page } = await signIn(browser, demo.address, 'ngan.pham');
  await startDraft(page, people.duyen.procedure);
  await fillDraft(page, people.duyen);
  await page.locator('button[formaction$="/toi-nhom"]').click();
  await page.waitForURL(/\/nhom$/);
  await page.locator('[name="rows.0.name"]').fill(people.hoa.name);
  await page.locator('[name="rows.0.id-number"]').fill(people.hoa.card);
  await page.locator('[name="rows.1.name"]').fill('Nguyễn Thị Na');
  await good('group-rows', page);
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('[name="rows.1.birth-date"][aria-invalid]');
  await page.locator('[name="rows.1.birth-date"]').fill('01/02/2015');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/lam-viec\/nhom\//);
  expect(await page.innerText('h1')).toBe('Cùng nhóm: 3 hồ sơ');
  await good('group', page);
  await page.locator('td.nr a').first().click();
  await page.waitForURL(/\/ho-so\//);
  await page.keyboard.press('n');
  await page.waitForURL(/\/tiep-nhan\/nhu\//);
  await good('like', page);
  await page.keyboard.press('1');
  await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
  expect(await page.innerText('main')).toContain('chép từ hồ sơ trước');
  await good('like-draft', page);
  await page.goto('/lam-viec/tra-ket-qua');
  await good('ready', page);
  await page.goto('/lam-viec/tra-ket-qua?nhom=cho-lau');
  await good('unfetched', page);
});
