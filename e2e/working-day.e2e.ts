import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installation } from '../outside/installation.ts';
import { freePort } from '../outside/running.ts';
import { openBrowser, signIn } from './browser.ts';
import * as clerk from './day-clerk.ts';
import { allAtOnce, makeLists, numbersIn, pressFor, receiveList, shownCode, textOf } from './day-offices.ts';
import { give } from './demo-desk.ts';
import { Keyboard } from './keyboard.ts';
import { expectGood } from './page-checks.ts';

/** What two of the sections have to handle: of seven procedures, counted as they came in. */
const BUSINESS = 9;
const CONSTRUCTION = 8;
/** A household that closes is asked about at the tax office before anybody signs. */
const CLOSING = 2;
const TO_SIGN = BUSINESS - CLOSING;
const day = new Installation(await freePort());
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  await day.start('--kind', 'demo', '--clock', '2022-07-25T07:00');
});
afterAll(async () => {
  await browser.close();
  await day.remove();
});

async function clockTo(page: Page, moment: string): Promise<void> {
  expect((await day.command('demo', 'clock', moment)).code).toBe(0);
  const [date = '', time = ''] = moment.split('T');
  const said = `${time}, `;
  const shown = () => page.goto('/lam-viec').then(() => page.innerText('footer'));
  await expect.poll(shown, { timeout: 20_000 }).toContain(said);
  expect(await page.innerText('footer')).toContain(date.split('-').reverse().join('/'));
}

async function open(account: string): Promise<Page> {
  return (await signIn(browser, day.address, account)).page;
}

test('a clerk, thirty dossiers of ten kinds, and no mouse', { timeout: 300_000 }, async () => {
  const page = await open('ngan.pham');
  const keys = new Keyboard(page);
  for (const who of clerk.certified) await clerk.certify(keys, who);
  const numbers = new Set<string>();
  for (const who of clerk.handedIn) {
    await clerk.fillIn(keys, who);
    numbers.add(await clerk.accept(keys));
  }
  for (const who of clerk.refused) {
    await clerk.fillIn(keys, who);
    await clerk.refuse(keys);
  }
  for (const who of clerk.incomplete) {
    await clerk.fillIn(keys, who, 'none');
    await clerk.sendHomeForPapers(keys);
  }
  await clockTo(page, '2022-07-25T13:45');
  for (const who of clerk.incomplete) numbers.add(await clerk.takeUpAgain(keys, who));
  expect(numbers.size).toBe(clerk.handedIn.length + clerk.incomplete.length);
  await clerk.signPile(keys);
  for (let returned = 0; returned < 4; returned += 1) await clerk.handOverFirst(keys);
  await clockTo(page, '2022-07-25T16:40');
  // eight copies, three signatures, twelve fees as decided by the province, two of 70.000 đ
  await clerk.settle(keys, String(8 * 4_000 + 3 * 10_000 + 12 * 50_000 + 2 * 70_000));
  await expectGood('the day settled', page);
});

test('an office: given on with lists, received, handled, one sent back', { timeout: 300_000 }, async () => {
  const counter = await open('ngan.pham');
  expect(await allAtOnce(counter, '/lam-viec', 'forward')).toBe(BUSINESS + CONSTRUCTION);
  const lists = await makeLists(counter);
  expect(lists).toHaveLength(2);
  await clockTo(counter, '2022-07-26T07:30');
  const [business, construction] = [await open('thu.nguyen'), await open('diem.truong')];
  const listOf = async (page: Page, count: number) => {
    for (const list of lists) if ((await numbersIn(page, list)).length === count) return list;
    throw new Error(`no list of ${count}`);
  };
  await receiveList(business, await listOf(business, BUSINESS));
  const built = await listOf(construction, CONSTRUCTION);
  const [lacking = ''] = await numbersIn(construction, built);
  expect(await receiveList(construction, built, lacking)).toBe(CONSTRUCTION - 1);
  expect(await textOf(counter, lacking)).toContain('Bản vẽ thiết kế xây dựng');
  expect(await allAtOnce(business, '/lam-viec', 'start-step')).toBe(BUSINESS);
  const handled = await numbersIn(business, '/lam-viec');
  expect(handled).toHaveLength(BUSINESS);
  for (const number of handled) await give(business, number, 'xong');
  const taxes = await open('dung.lam');
  expect(await numbersIn(taxes, '/lam-viec')).toHaveLength(CLOSING);
});

test('a leader with ten minutes', { timeout: 300_000 }, async () => {
  const leader = await open('son.do');
  await leader.goto('/lam-viec/ky');
  const drafts = await numbersIn(leader, '/lam-viec/ky');
  expect(drafts).toHaveLength(TO_SIGN);
  const [doubtful = ''] = drafts;
  await leader.locator('main details.more summary').first().click();
  await leader.getByRole('link', { name: 'Xem hồ sơ' }).first().click();
  await leader.waitForURL(/ho-so/);
  await give(leader, doubtful, 'tra-lai-buoc', { reason: 'Tên hộ kinh doanh chưa đúng với giấy đề nghị' });
  await leader.goto('/lam-viec/ky');
  await leader.keyboard.press('X');
  await leader.fill('[name="ma"]', await shownCode(leader));
  expect(await pressFor(leader, 'decide')).toBe(TO_SIGN - 1);
  await clockTo(leader, '2022-08-04T08:00');
  await leader.goto('/lam-viec/tinh-hinh');
  await expectGood('what is late', leader);
  const own = await leader.innerText('main');
  expect(own).toContain('1 hồ sơ đang giải quyết, 1 quá hạn'); // what was sent back
  const chairman = await open('long.pham');
  await chairman.goto('/lam-viec/tinh-hinh');
  const rows = await chairman.locator('main tbody tr').allInnerTexts();
  expect(rows[0]).toContain('Phòng Kinh tế và Hạ tầng'); // most overdue first
  await chairman.locator('main tbody tr a').first().click();
  await chairman.waitForURL(/qua-han/);
  await expectGood('the dossiers behind a figure', chairman);
});

test('results are told and given back, two of them to one person', { timeout: 300_000 }, async () => {
  const page = await open('yen.vo');
  const waiting = await numbersIn(page, '/lam-viec/tra-ket-qua');
  expect(waiting).toHaveLength(TO_SIGN - 1 + clerk.certified.length - 4);
  await expectGood('results that wait', page);
  await page.keyboard.press('X');
  await page.selectOption('[name="way"]', 'phone');
  await page.selectOption('[name="outcome"]', 'reached');
  await page.getByRole('button', { name: 'Đã báo' }).click();
  await page.getByText(`Đã làm xong ${waiting.length} hồ sơ`).waitFor();
  await page.goto('/lam-viec/tra-ket-qua');
  for (const number of waiting.slice(0, 2)) await page.check(`input[name="chon"][value$="~${number}"]`);
  await page.getByRole('button', { name: 'Trả cho một người' }).click();
  await page.getByRole('heading', { name: 'Trả 2 kết quả cho một người' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.ds-error-summary').waitFor(); // the card was not seen, nobody is named
  await expectGood('several results, refused', page);
  await page.fill('[name="receiverName"]', 'Nguyễn Văn Ẩn');
  await page.fill('[name="receiverNumber"]', '087071002238');
  await page.check('[name="card"]');
  await page.check('[name="authorisation"]');
  for (const back of await page.locator('[name^="originals."]').all()) await back.check();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/tra-ket-qua\/phieu/);
  await expectGood('the sheet to sign', page);
  expect(await page.innerText('main')).toContain('Nguyễn Văn Ẩn');
  expect(await numbersIn(page, '/lam-viec/tra-ket-qua')).toHaveLength(waiting.length - 2);
  expect(await day.verify()).toMatchObject({ ok: true });
});
