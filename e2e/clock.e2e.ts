import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installation } from '../outside/installation.ts';
import { freePort } from '../outside/running.ts';
import { openBrowser, signIn } from './browser.ts';
import { dossierPath, give, record, takeIn } from './demo-desk.ts';
import { people } from './demo-people.ts';
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

const open = async (account: string): Promise<Page> => (await signIn(browser, house.address, account)).page;

/** Later, as legal time goes: the program is switched off and on again. */
async function goOnAt(moment: string): Promise<void> {
  await house.stop();
  await house.start('--kind', 'demo', '--clock', moment);
}

async function said(page: Page, number: string, what = ''): Promise<string> {
  await page.goto(dossierPath(number, what));
  return page.innerText('main');
}

test('a pause, a supplement, an incident, a day off and an apology each do to the date what the law says', {
  timeout: 400_000,
}, async () => {
  const clerk = await open('ngan.pham');
  const specialist = await open('thu.nguyen');
  const number = await takeIn(clerk, people.duyen);
  expect(await said(clerk, number)).toContain('28/07/2022');
  await give(clerk, number, 'chuyen');
  await give(specialist, number, 'nhan');
  await give(specialist, number, 'bat-dau');

  await give(specialist, number, 'yeu-cau-nop-tien', { amount: '500.000', basis: 'Thông báo thuế 12/TB' });
  expect(await said(clerk, number)).toContain('đồng hồ tạm dừng');
  await goOnAt('2022-07-27T10:00');
  await give(clerk, number, 'da-nop-tien', { proof: 'Biên lai 0031' });
  const paid = await said(clerk, number, 'vi-sao');
  expect(paid).toContain('Hẹn trả kết quả lúc 17:00, 29/07/2022');
  expect(paid).toContain('tạm dừng, không tính');
  await expectGood('why this date', clerk);

  const asked = { 'item.0.what': 'Ghi đủ ngành, nghề kinh doanh', reason: 'Chưa ghi ngành, nghề.' };
  await give(specialist, number, 'bo-sung', asked);
  await give(clerk, number, 'bao-bo-sung');
  const administrator = await open('nghia.duong');
  await record(administrator, '/quan-tri/su-co/ghi', {
    'he-thong': 'network',
    'tu-ngay': '27/07/2022',
    'tu-gio': '09:00',
    'noi-dung': 'Đứt đường truyền của huyện',
  });
  await expectGood('technical incidents', administrator);
  await goOnAt('2022-07-28T09:00');
  await clerk.goto(dossierPath(number, 'nhan-bo-sung'));
  await clerk.check('[name="paper.0.there"]');
  await clerk.locator('main form[action$="/nhan-bo-sung"] button[type="submit"]').last().click();
  await clerk.waitForURL(/\?xong=/);
  const supplemented = await said(clerk, number);
  expect(supplemented).toContain('02/08/2022');
  expect(supplemented).toContain('Đứt đường truyền của huyện');
  expect(supplemented).toContain('Ngày hẹn trả không tự thay đổi vì sự cố');
  await expectGood('a dossier that an incident touched', clerk);
  expect(await said(clerk, number, 'vi-sao')).toContain('Tính từ 09:00, 28/07/2022');

  await record(administrator, '/quan-tri/lich/ngay', {
    ngay: '01/08/2022',
    loai: 'holiday',
    ten: 'Nghỉ bão',
    'so-thong-bao': '15/TB-UBND',
    'ngay-thong-bao': '28/07/2022',
  });
  await expect.poll(() => said(clerk, number), { timeout: 30_000 }).toContain('03/08/2022');
  const moved = await said(clerk, number, 'dien-bien');
  expect(moved).toContain('02/08/2022');
  await clerk.goto('/lam-viec/bao-ngay-hen');
  expect(await clerk.innerText('main')).toContain(number.replace(/^[^-]*-/, ''));

  await goOnAt('2022-08-02T08:00');
  const leader = await open('son.do');
  const apology = { date: '05/08/2022', reason: 'Xác minh ngành, nghề mất nhiều thời gian hơn dự kiến.' };
  await give(leader, number, 'hen-lai', apology);
  const appointed = await said(leader, number);
  expect(appointed).toContain('05/08/2022');
  expect(appointed).toContain('03/08/2022');
  await expectGood('a dossier with an apology', leader);
  await leader.goto(dossierPath(number, 'hen-lai'));
  expect(await leader.innerText('main')).not.toContain('Ngày hẹn mới');
  expect(await house.verify()).toMatchObject({ ok: true });
});
