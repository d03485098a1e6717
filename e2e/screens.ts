import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { namedPictures } from '#modules/help/guides/all.ts';
import { Installation } from '../outside/installation.ts';
import { freePort } from '../outside/running.ts';
import { walkRooms } from './administration-walk.ts';
import { openBrowser } from './browser.ts';
import { walkDesk } from './demo-walk.ts';
import { walkCertification } from './demo-walk-certification.ts';
import { walkHealth } from './demo-walk-health.ts';
import { walkHelp } from './demo-walk-help.ts';
import { walkOffices } from './demo-walk-offices.ts';
import { walkProtection } from './demo-walk-protection.ts';
import { walkPublic } from './demo-walk-public.ts';
import { walkTime } from './demo-walk-time.ts';
import { walkUnfetched } from './demo-walk-unfetched.ts';
import type { Visit } from './visit.ts';

const USAGE = `./motcua screens

Development: starts a demo of its own in a temporary folder, walks through it, and writes a picture of every
main page at 360 and 1280 pixels, and of the papers, to docs/screens. Needs chromium and pdftoppm.`;

const folder = join(import.meta.dirname, '..', 'docs', 'screens');
/** States that look like another one are tested, not pictured. */
const unpictured = [
  'sign-in-refused',
  'form-refused',
  'look-up-broken-link',
  'not-found',
  'procedures-found',
  'results-unfetched-days',
  'help-bat-dau',
  'help-giai-quyet',
  'help-lanh-dao',
  'help-quan-tri',
  'help-bao-ve-du-lieu',
  'report-refused',
];

/** A list of hundreds goes on as it begins. */
const TALLEST = 4000;

async function picture(name: string, page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      window.scrollTo(0, 0);
    });
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width, height: Math.min(whole, TALLEST) };
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true, clip });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The first sheet of a paper as it is printed. */
async function sheet(name: string, page: Page): Promise<void> {
  const href = await page.locator('a[href$=".pdf"]').first().getAttribute('href');
  const answer = await page.request.get(href ?? '');
  const pdf = join(tmpdir(), `motcua-${name}-${process.pid}.pdf`);
  writeFileSync(pdf, await answer.body());
  const target = join(folder, `${name}-sheet`);
  execFileSync('pdftoppm', ['-png', '-r', '70', '-gray', '-f', '1', '-l', '1', '-singlefile', pdf, target]);
  rmSync(pdf);
}

const visit: Visit = async (name, page) => {
  if (unpictured.includes(name)) return;
  if (name.startsWith('paper-')) await sheet(name, page);
  if (!name.startsWith('paper-') || name === 'paper-receipt') await picture(name, page);
};

async function screens(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const installation = new Installation(await freePort());
  const browser = await openBrowser();
  try {
    await installation.start('--kind', 'demo', '--clock', '2022-07-28T08:12');
    const link = await walkDesk({ browser, address: installation.address, visit });
    await walkOffices({ browser, address: installation.address, visit });
    await walkTime({ browser, address: installation.address, visit });
    await walkCertification({ browser, address: installation.address, visit });
    const context = await browser.newContext({ baseURL: installation.address, locale: 'vi-VN' });
    await walkPublic(await context.newPage(), visit, link);
    await walkUnfetched(browser, installation, visit);
    await walkHealth(browser, installation, visit);
    await walkProtection(browser, installation.address, visit);
    await walkHelp(browser, installation.address, visit);
    await walkRooms(['start', 'offices', 'people', 'accounts', 'standIns', 'calendar'], {
      browser,
      address: installation.address,
      visit: async (name, page, main) => {
        if (main || namedPictures.includes(name)) await visit(name, page);
      },
    });
  } finally {
    await browser.close();
    await installation.remove();
  }
  const files = readdirSync(folder);
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  console.log(`${files.length} pictures in docs/screens, ${(bytes / 1e6).toFixed(1)} MB`);
}

if (process.argv.includes('--help')) console.log(USAGE);
else await screens();
