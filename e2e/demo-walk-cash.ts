import type { Browser, Page } from 'playwright-core';
import { signIn } from './browser.ts';
import { dossierPath } from './demo-desk.ts';
import type { Visit } from './visit.ts';

/** The money of a dossier, a clerk's day, and what the office set once. */
export async function walkCash(
  { browser, address, visit }: { readonly browser: Browser; readonly address: string; readonly visit: Visit },
  counter: Page,
  number: string,
): Promise<void> {
  await counter.goto(dossierPath(number, 'thu-tien'));
  await visit('cash-payment', counter, 'main');
  await counter.goto(dossierPath(number));
  const row = counter.locator('table tr', { hasText: 'Biên lai thu phí' });
  await row.locator('a[href*="/giay/"]:not([href$=".pdf"])').click();
  await visit('paper-cash-receipt', counter);
  await counter.goto('/lam-viec/thu-phi');
  await visit('cash-lists', counter, 'main');
  await counter.goto('/lam-viec/thu-phi/quy');
  await visit('cash-quarter', counter, 'main');
  await counter.goto('/lam-viec/thu-phi/quy/chi-tiet');
  await visit('cash-quarter-list', counter, 'main');
  await counter.goto('/lam-viec/thu-phi');
  await counter.locator('main table a').first().click();
  await visit('cash-list', counter, 'main');
  const { page } = await signIn(browser, address, 'chau.le');
  await page.goto('/quan-tri/phi-dia-phuong');
  await visit('local-fees', page);
  await page.locator('main table a').first().click();
  await visit('local-fee', page);
  await page.goto('/quan-tri/mien-giam');
  await visit('exemptions', page);
  await page.locator('main table a').first().click();
  await visit('exemption', page, 'main');
}
