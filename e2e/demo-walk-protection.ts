import type { Browser } from 'playwright-core';
import { signIn } from './browser.ts';
import { people } from './demo-people.ts';
import type { Visit } from './visit.ts';

const base = '/lam-viec/bao-ve-du-lieu';

/** What the data-protection officer opens; somebody has filed a dossier before. */
export async function walkProtection(browser: Browser, address: string, visit: Visit): Promise<void> {
  const { context, page } = await signIn(browser, address, 'tien.le');
  await page.goto(base);
  await visit('protection', page);
  await page.locator('[name="so"]').fill(people.duyen.card);
  await page.locator('[name="ly-do"]').selectOption('person-asks-access');
  await page.locator('[name="van-ban"]').fill('45/GYC');
  await page.getByRole('button', { name: 'Tra cứu' }).click();
  await page.waitForURL(/\/hoi\/[0-9a-f-]{36}$/);
  await visit('protection-question', page);
  await page.goto(`${base}/canh-bao`);
  await visit('protection-alarms', page);
  await page.goto(`${base}/quy-dinh`);
  await visit('protection-rules', page);
  await context.close();
}
