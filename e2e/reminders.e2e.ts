import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shortDossierNumber } from '#kernel/dossier-number.ts';
import { Installation } from '../outside/installation.ts';
import { eventually, freePort } from '../outside/running.ts';
import { openBrowser, signIn } from './browser.ts';
import { dossierPath, give, takeIn } from './demo-desk.ts';
import { people } from './demo-people.ts';
import { Keyboard } from './keyboard.ts';
import { expectGood } from './page-checks.ts';

const house = new Installation(await freePort());
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  await house.start('--kind', 'demo', '--clock', '2022-07-25T08:00');
});
afterAll(async () => {
  await browser.close();
  await house.remove();
});

const base = '/lam-viec/nhac-viec';
const open = async (account: string): Promise<Page> => (await signIn(browser, house.address, account)).page;

/** Moves legal time on, and lets the worker look through the open dossiers as it does every five minutes. */
async function lookAt(clock: string, findings: number): Promise<void> {
  const moved = await house.command('demo', 'clock', clock);
  if (moved.code !== 0) throw new Error(moved.printed);
  await eventually(async () => {
    await house.rows(
      `select graphile_worker.add_job('reminders-watch-rules', job_key => 'reminders-watch-rules')`,
    );
    expect(await house.rows(`select from reminders.finding where level = 'broken'`)).toHaveLength(findings);
  });
}

test('before it is late, when it is late, and after the apology: who has to act finds it, by keyboard, without scripts', {
  timeout: 300_000,
}, async () => {
  const [clerk, specialist, leader] = [
    await open('ngan.pham'),
    await open('thu.nguyen'),
    await open('son.do'),
  ];
  await leader.goto(`${base}/chua-xin-loi`);
  expect(await leader.innerText('main')).toContain('Không có hồ sơ nào quá hạn mà chưa xin lỗi');
  await expectGood('apologies-none', leader);
  await clerk.goto(base);
  await expectGood('reminders-none', clerk);

  const number = await takeIn(clerk, people.duyen);
  const second = await takeIn(clerk, people.hoa);
  await give(clerk, number, 'chuyen');
  await give(specialist, number, 'nhan');
  await give(specialist, number, 'bat-dau');
  await lookAt('2022-07-29T09:00', 4); // late and standing still; not forwarded and late
  await specialist.goto('/lam-viec');
  expect(await specialist.innerText('main')).toContain('đã quá mốc');
  await specialist.goto(base);
  await expectGood('reminders-mine', specialist);
  const hands = new Keyboard(specialist);
  await hands.press('j', 'Enter');
  await specialist.waitForURL(/\/ho-so\/[^/?]+$/);
  await clerk.goto(base);
  expect(await clerk.innerText('main')).toContain(shortDossierNumber(second));

  await leader.goto('/lam-viec');
  await leader.locator('main a', { hasText: 'trễ hạn chưa xin lỗi' }).click();
  await leader.waitForURL(/chua-xin-loi$/);
  await expectGood('apologies', leader);
  await leader.goto(`${base}/vi-pham`);
  await expectGood('reminders-broken', leader);
  await leader.goto(`${base}/chua-xin-loi`);
  await leader.locator(`main a[href$="${number}/hen-lai"]`).click();
  await leader.waitForURL(/hen-lai$/);
  await expectGood('apology-drafted', leader);
  expect(await leader.locator('[name="reason"]').inputValue()).toContain('Phòng Tài chính - Kế hoạch');
  await leader.locator('main form[action$="/hen-lai"] button[type="submit"]').last().click();
  await leader.waitForURL(/\?xong=/);
  await leader.goto(`${base}/chua-xin-loi`);
  expect(await leader.innerText('main')).not.toContain(shortDossierNumber(number));
  await leader.goto(dossierPath(number));
  expect(await leader.innerText('main')).toContain('hẹn lại');

  await clerk.goto(`${base}/cach-nhan`);
  await expectGood('reminders-preference', clerk);
  await clerk.locator('input[value="daily"]').check();
  await clerk.locator('main form[action$="/cach-nhan"] button[type="submit"]').click();
  await clerk.waitForSelector('.ds-error-summary');
  await expectGood('reminders-preference-refused', clerk);
});
