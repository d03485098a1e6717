import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../outside/http-client.ts';
import type { Visit } from './visit.ts';

/** The pages that need no sign-in, and the signing in; `link` is the signed one of a receipt. */
export async function walkPublic(page: Page, visit: Visit, link: string): Promise<void> {
  const at = async (name: string, path: string, main?: 'main') => {
    await page.goto(path);
    await visit(name, page, main);
  };
  await at('home', '/', 'main');
  await at('procedures', '/thu-tuc');
  await at('procedures-found', '/thu-tuc?q=kha%20sinh');
  await at('procedure', '/thu-tuc/1.001612', 'main');
  await walkLookUp(page, visit, link);
  await at('wall', '/man-hinh', 'main');
  await at('error-404', '/khong-co-trang-nay');
  await at('sign-in', '/dang-nhap', 'main');
  await signInAs(page, 'son.do', 'sai mat khau');
  await visit('sign-in-refused', page);
  await signInAs(page, 'son.do', DEMO_PASSWORD);
  await page.waitForURL(/\/dang-nhap\/ma/);
  await visit('sign-in-code', page);
}

async function walkLookUp(page: Page, visit: Visit, link: string): Promise<void> {
  await page.goto('/tra-cuu');
  await visit('look-up', page);
  for (const [name, number] of [
    ['look-up-answer', decodeURIComponent(/tra-cuu\/([^?]+)/.exec(link)?.[1] ?? '')],
    ['look-up-not-found', '000.00.00.H00-220728-9999'],
  ] as const) {
    await page.goto('/tra-cuu');
    await page.locator('main input[name="so"]').fill(number);
    await page.locator('main form button').first().click();
    await page.locator('main h1').waitFor();
    await visit(name, page);
  }
  await page.goto(link);
  await visit('look-up-by-link', page, 'main');
  await page.goto(`${link}x`);
  await visit('look-up-broken-link', page);
}

async function signInAs(page: Page, account: string, password: string): Promise<void> {
  await page.locator('input[name="tai-khoan"]').fill(account);
  await page.locator('input[name="mat-khau"]').fill(password);
  await page.locator('main form button').first().click();
  await page.waitForLoadState();
}
