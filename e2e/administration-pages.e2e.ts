import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { walkAdministration } from './administration-walk.ts';
import { openBrowser } from './browser.ts';
import { type Installation, startedDemo } from './installation.ts';
import { expectGood, expectGoodColours } from './page-checks.ts';

let demo: Installation;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  demo = await startedDemo();
});
afterAll(async () => {
  await browser.close();
  await demo.remove();
});

test('every page of administration is accessible, whole and in words', { timeout: 600_000 }, async () => {
  await walkAdministration({
    browser,
    address: demo.address,
    visit: async (name, page, main) => {
      await expectGood(name, page);
      if (main) await expectGoodColours(page);
    },
  });
});
