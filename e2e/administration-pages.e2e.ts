import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { type Installation, startedDemo } from '../outside/installation.ts';
import { rooms, walkRooms } from './administration-walk.ts';
import { openBrowser } from './browser.ts';
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

test.each(Object.keys(rooms) as (keyof typeof rooms)[])(
  'every page of administration is accessible, whole and in words: %s',
  { timeout: 300_000 },
  (name) =>
    walkRooms([name], {
      browser,
      address: demo.address,
      visit: async (shown, page, main) => {
        await expectGood(shown, page);
        if (main) await expectGoodColours(page);
      },
    }),
);
