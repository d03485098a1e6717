import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { Installation } from '../outside/installation.ts';
import { freePort } from '../outside/running.ts';
import { openBrowser } from './browser.ts';
import { walkDesk } from './demo-walk.ts';
import { walkCertification } from './demo-walk-certification.ts';
import { walkHealth } from './demo-walk-health.ts';
import { walkHelp, walkKeys } from './demo-walk-help.ts';
import { walkOffices } from './demo-walk-offices.ts';
import { walkPublic } from './demo-walk-public.ts';
import { walkTime } from './demo-walk-time.ts';
import { walkUnfetched } from './demo-walk-unfetched.ts';
import { expectGood, expectGoodColours } from './page-checks.ts';
import type { Visit } from './visit.ts';

const installation = new Installation(await freePort());
let browser: Browser;
let link = '';

beforeAll(async () => {
  browser = await openBrowser();
  await installation.start('--kind', 'demo', '--clock', '2022-07-28T08:12');
});
afterAll(async () => {
  await browser.close();
  await installation.remove();
});

const visit: Visit = async (name, page, main) => {
  await expectGood(name, page);
  if (main) await expectGoodColours(page);
};

test('every page of the desk is accessible, whole and in words', { timeout: 600_000 }, async () => {
  link = await walkDesk({ browser, address: installation.address, visit });
});

test('every page between the offices is accessible, whole and in words', { timeout: 600_000 }, async () => {
  await walkOffices({ browser, address: installation.address, visit });
});

test('what is said of time is accessible, whole and in words', { timeout: 240_000 }, async () => {
  await walkTime({ browser, address: installation.address, visit });
});

test('results that nobody fetches', { timeout: 120_000 }, async () => {
  await walkUnfetched(browser, installation, visit);
});

test('the health page without, and with a backup', { timeout: 120_000 }, async () => {
  await walkHealth(browser, installation, visit);
});

test('every page of certification is accessible, whole and in words', { timeout: 240_000 }, async () => {
  await walkCertification({ browser, address: installation.address, visit });
});

test('every guide of the help is accessible, whole and in words', { timeout: 300_000 }, async () => {
  await walkHelp(browser, installation.address, visit);
});

test('every key that answers on a page stands under ?', { timeout: 120_000 }, async () => {
  await walkKeys(browser, installation.address);
});

test('every public page is accessible, whole and in words', { timeout: 120_000 }, async () => {
  const context = await browser.newContext({ baseURL: installation.address, locale: 'vi-VN' });
  await walkPublic(await context.newPage(), visit, link);
});
