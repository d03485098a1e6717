import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { dossierPath, give } from './demo-desk.ts';

/** Ticks every line that is shown and presses one command; answers how many were done. */
export async function allAtOnce(page: Page, path: string, command: string): Promise<number> {
  await page.goto(path);
  await page.keyboard.press('X');
  return pressFor(page, command);
}

export async function pressFor(page: Page, command: string): Promise<number> {
  await page.locator(`button[name="lam"][value="${command}"]`).click();
  const done = page.getByText(/Đã làm xong \d+/);
  await done.waitFor();
  return Number(/\d+/.exec(await done.innerText())?.[0]);
}

/** After the press for many: one list to print for each office. Answers where each stands. */
export async function makeLists(counter: Page): Promise<string[]> {
  const lists: string[] = [];
  for (;;) {
    await counter.goto('/lam-viec/ban-giao');
    const make = counter.locator('main form button').first();
    if ((await make.count()) === 0) return lists;
    await make.click();
    await counter.waitForURL(/ban-giao\/[0-9a-f-]{36}/);
    lists.push(new URL(counter.url()).pathname);
  }
}

/** The section's side of its list: what lacks a paper goes back with the paper named, the rest is confirmed. */
export async function receiveList(page: Page, list: string, lacking?: string): Promise<number> {
  if (lacking) await give(page, lacking, 'tu-choi-nhan', { missing: 'Bản vẽ thiết kế xây dựng' });
  await page.goto(list); // what is still open is ticked already
  const done = await pressFor(page, 'confirm-receipt');
  await page.goto(list);
  expect(await page.locator('main').innerText()).not.toContain('Chưa xác nhận');
  return done;
}

/** The numbers of all lines of a table, as its links say them. */
export async function numbersIn(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  return page
    .locator('main .nr a')
    .evaluateAll((all) =>
      all.map((link) => decodeURIComponent((link as HTMLAnchorElement).pathname.split('/').at(-1) ?? '')),
    );
}

/** The code that a demo shows beside the field; the next one when somebody has used this up. */
export async function shownCode(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).match(/\b(\d{6})\b/)?.[1] ?? '';
}

export async function textOf(page: Page, number: string): Promise<string> {
  await page.goto(dossierPath(number));
  return page.locator('main').innerText();
}
