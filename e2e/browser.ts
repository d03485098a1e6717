import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_PASSWORD } from '../outside/http-client.ts';

/** Debian's Chromium; `--no-sandbox` because tests may run as root. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

export interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A new browser profile signed in as one of the demo's people, second factor included. */
export async function signIn(
  browser: Browser,
  address: string,
  account: string,
  options: { readonly javaScript?: boolean; readonly width?: number } = {},
): Promise<Desk> {
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: options.javaScript ?? true,
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  await page.goto('/dang-nhap');
  await page.locator('input[name="tai-khoan"]').fill(account);
  await page.locator('input[name="mat-khau"]').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  if (page.url().includes('/dang-nhap/ma')) await giveCode(page);
  expect(page.url()).not.toContain('/dang-nhap');
  return { context, page };
}

/** A demo shows the code that is taken now. One that somebody else has just used up is waited out, as a person would. */
async function giveCode(page: Page): Promise<void> {
  const given = await shownCode(page);
  await fillCode(page, given);
  if (!page.url().includes('/dang-nhap/ma')) return;
  const next = async () => {
    await page.goto('/dang-nhap/ma');
    return shownCode(page);
  };
  await expect.poll(next, { timeout: 40_000, interval: 1_000 }).not.toBe(given);
  await fillCode(page, await shownCode(page));
}

async function shownCode(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).match(/\b(\d{6})\b/)?.[1] ?? '';
}

async function fillCode(page: Page, code: string): Promise<void> {
  await page.locator('input[name="ma"]').fill(code);
  await page.locator('main form button').first().click();
}

/** axe finds nothing, at the three widths. */
export async function expectAccessible(
  page: Page,
  widths: readonly number[] = [320, 360, 1280],
): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violationsOn(page), `${page.url()} at ${width}`).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${page.url()} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}

/** What axe finds on a page that has no frames; it stays in the page from one width to the next. */
async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    if (window.frames.length > 0) throw new Error('axe does not look into frames');
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await inPage.run({ resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  });
}
