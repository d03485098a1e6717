import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn } from './browser.ts';
import { startDraft } from './demo-desk.ts';
import type { Visit } from './visit.ts';

const guides = ['bat-dau', 'tiep-nhan', 'giai-quyet', 'lanh-dao', 'quan-tri', 'bao-ve-du-lieu'];

/** The help: its beginning, every guide, the keys; the citizens' guide without sign-in. */
export async function walkHelp(browser: Browser, address: string, visit: Visit): Promise<void> {
  const { context, page } = await signIn(browser, address, 'ngan.pham');
  await page.goto('/huong-dan');
  await visit('help', page, 'main');
  for (const guide of guides) {
    await page.goto(`/huong-dan/${guide}`);
    await loadPictures(page);
    await visit(guide === 'tiep-nhan' ? 'help-guide' : `help-${guide}`, page);
  }
  await page.goto('/huong-dan/phim');
  await visit('help-keys', page);
  await context.close();
  const visitor = await browser.newContext({ baseURL: address, locale: 'vi-VN' });
  const open = await visitor.newPage();
  await open.goto('/huong-dan');
  await loadPictures(open);
  await visit('help-citizen', open, 'main');
  await visitor.close();
}

/** Pictures load when they are scrolled to; who pictures the page wants all of them. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode()));
  });
}

/** Every key that answers on a page stands in the list under `?`. */
export async function expectKeysListed(page: Page): Promise<void> {
  await page.locator('h1').click();
  await page.keyboard.press('?');
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  const said = await dialog.locator('kbd').allInnerTexts();
  const shown = said
    .join(' ')
    .replace(/(\d)–(\d)/g, (_, from: string, to: string) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_one, i) => Number(from) + i).join(' '),
    );
  const answering = await page
    .locator('[aria-keyshortcuts]:visible')
    .evaluateAll((all) => all.flatMap((one) => (one.getAttribute('aria-keyshortcuts') ?? '').split(' ')));
  const missing = answering.filter((key) => !shown.split(' ').includes(key.split('+').at(-1) ?? ''));
  expect(missing, `${page.url()}: keys that ? does not list`).toEqual([]);
  await page.keyboard.press('Escape');
}

/** The desk's pages with the most keys; without JavaScript `?` is a link to all of them. */
export async function walkKeys(browser: Browser, address: string): Promise<void> {
  const { context, page } = await signIn(browser, address, 'ngan.pham');
  await startDraft(page, '1.001612');
  await expectKeysListed(page);
  for (const path of [
    '/lam-viec',
    '/lam-viec/chung-thuc',
    '/lam-viec/chung-thuc/hom-nay',
    '/lam-viec/thu-phi',
  ]) {
    await page.goto(path);
    await expectKeysListed(page);
  }
  await context.close();
  const plain = await signIn(browser, address, 'ngan.pham', { javaScript: false });
  await plain.page.locator('.me a[aria-keyshortcuts="?"]').click();
  expect(new URL(plain.page.url()).pathname).toBe('/huong-dan/phim');
  await plain.context.close();
}
