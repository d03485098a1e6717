import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installation } from '../outside/installation.ts';
import { freePort } from '../outside/running.ts';
import { openBrowser, signIn } from './browser.ts';
import { numbersIn } from './day-offices.ts';
import { takeIn } from './demo-desk.ts';
import { people } from './demo-people.ts';
import { Keyboard } from './keyboard.ts';
import { expectGood } from './page-checks.ts';

const installation = new Installation(await freePort());
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  await installation.start('--kind', 'demo', '--clock', '2022-07-28T08:12');
});
afterAll(async () => {
  await browser.close();
  await installation.remove();
});

const names = (page: Page) => page.locator('main tbody td.who').allInnerTexts();
const sorted = (page: Page) => page.locator('main th[aria-sort]').getAttribute('aria-sort');
/** Given names go first: Ẩn, Bảy, Đức, Ở. */
const byGivenName = [people.an.name, people.bay.name, people.duc.name, people.o.name];

test('lists are sorted by keyboard, and walked, ticked and opened as sorted', {
  timeout: 240_000,
}, async () => {
  const { page } = await signIn(browser, installation.address, 'ngan.pham');
  for (const who of ['o', 'duc', 'bay', 'an'] as const) await takeIn(page, people[who]);
  const numbers = await numbersIn(page, '/lam-viec');
  const hands = new Keyboard(page);

  await hands.enter('main th a.sort[href*="xep=ten"]');
  await page.waitForURL(/xep=ten/);
  expect(await sorted(page)).toBe('ascending');
  expect(await names(page)).toEqual(byGivenName);
  await expectGood('work-sorted', page);

  await hands.press('j', 'x', 'j');
  expect(await page.locator('main tbody input:checked').count()).toBe(1);
  await hands.enter('main th a.sort[href*="xep=-ten"]');
  await page.waitForURL(/xep=-ten/);
  expect(await sorted(page)).toBe('descending');
  expect(await names(page)).toEqual([...byGivenName].reverse());

  await page.locator('select[name="nhom"]').selectOption('waiting');
  await page.locator('main form.filters button').click();
  expect(page.url()).toMatch(/xep=-ten/);

  await page.goto('/lam-viec/ho-so');
  await hands.enter('main th a.sort[href*="xep=ngay-nhan"]');
  await page.waitForURL(/xep=ngay-nhan/);
  expect(await names(page)).toHaveLength(numbers.length);
  await hands.press('j', 'Enter');
  await page.waitForURL(/ho-so\/[^/?]+$/);
  expect(await page.locator('main').innerText()).toContain(people.o.name);
  await hands.press('/');
  await hands.waitFor('input[name="q"]');
});

test('an old place is found, alone and behind a name; registers are read and printed', {
  timeout: 180_000,
}, async () => {
  const { page } = await signIn(browser, installation.address, 'ngan.pham');
  const search = async (typed: string) => {
    await page.locator('input[name="q"]').first().fill(typed);
    await page.locator('input[name="q"]').first().press('Enter');
    await page.waitForURL(/\/lam-viec\/tim\//);
    return (await names(page)).sort();
  };
  expect(await search('an phú thuận')).toContain(people.an.name);
  expect(await search('phan phu huu')).toEqual([people.o.name]);
  for (const so of ['ket-qua', 'tiep-nhan']) {
    await page.goto(`/lam-viec/so-theo-doi?so=${so}&thang=2022-07`);
    await expectGood(`register-${so}`, page);
  }
  await page.getByRole('button', { name: 'Lập bản in PDF của tháng' }).click();
  await page.waitForURL(/\/so-theo-doi\/in\//);
  const ready = page.getByRole('link', { name: 'Tải bản in PDF' });
  await expect
    .poll(
      async () => {
        await page.reload();
        return ready.count();
      },
      { timeout: 60_000 },
    )
    .toBe(1);
  await expectGood('register-print', page);
  const printed = await page.request.get(String(await ready.getAttribute('href')));
  expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
});
