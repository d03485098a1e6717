import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptDossier, commandForm, dossierPath, HOUSEHOLD_BUSINESS } from '../outside/counter-client.ts';
import { type Client, filled, signedIn } from '../outside/http-client.ts';
import { type Installation, startedDemo } from '../outside/installation.ts';
import { openBrowser, signIn } from './browser.ts';
import { expectGood, expectGoodColours } from './page-checks.ts';

const HOME = '/lam-viec/bao-ve-du-lieu';
const DUYEN = '087188004512';
const hoa = {
  'applicants.0.name': 'Nguyễn Văn Hòa',
  'applicants.0.id-number': '087071002238',
  'applicants.0.birth-date': '02/03/1971',
  'applicants.0.sex': 'male',
};
let demo: Installation;
let browser: Browser;
let clerk: Client;
let officer: Page;
let number: string;

beforeAll(async () => {
  demo = await startedDemo();
  browser = await openBrowser();
  clerk = await signedIn(demo.address, 'ngan.pham');
  number = await acceptDossier(clerk);
  officer = (await signIn(browser, demo.address, 'tien.le')).page;
});
afterAll(async () => {
  await browser.close();
  await demo.remove();
});

async function ask(reason: string, paper: string): Promise<string> {
  await officer.goto(HOME);
  await officer.locator('[name="so"]').fill(DUYEN);
  await officer.locator('[name="ly-do"]').selectOption(reason);
  await officer.locator('[name="van-ban"]').fill(paper);
  await officer.getByRole('button', { name: 'Tra cứu' }).click();
  await officer.waitForURL(/\/hoi\/[0-9a-f-]{36}$/);
  return officer.url();
}

const mainText = (page: Page) => page.locator('main').innerText();

test('the agency decides from when on there is an alarm; somebody then reads more than that', async () => {
  await officer.goto(`${HOME}/quy-dinh`);
  await expectGood('rules', officer);
  await officer.locator('[name="nguong"]').fill('5');
  await officer.getByRole('button', { name: 'Ghi quy định' }).click();
  expect(await mainText(officer)).toContain('Đã ghi quy định');
  const inspector = await signedIn(demo.address, 'tuyen.cao');
  for (let n = 0; n < 6; n += 1)
    await inspector.get(dossierPath(await acceptDossier(clerk, HOUSEHOLD_BUSINESS, hoa)));
  const stranger = await signedIn(demo.address, 'an.mai');
  expect((await stranger.get(dossierPath(number))).status).toBe(404);
});

test('numbers are masked until a press shows them once, without scripts', async () => {
  const { page, context } = await signIn(browser, demo.address, 'ngan.pham', { javaScript: false });
  await page.goto(dossierPath(number));
  expect(await page.content()).not.toContain(DUYEN);
  await page.getByRole('button', { name: 'Xem đủ số giấy tờ' }).click();
  expect(await mainText(page)).toContain(DUYEN);
  await page.goto(page.url());
  expect(page.url()).toMatch(/ho-so\/[^/]+$/);
  expect(await page.content()).not.toContain(DUYEN);
  await context.close();
});

test('“who read my data?”: the officer answers with the page and the copy', {
  timeout: 180_000,
}, async () => {
  await officer.goto(HOME);
  await expectGood('officer', officer);
  await expectGoodColours(officer);
  await officer.getByRole('button', { name: 'Tra cứu' }).click();
  await expectGood('officer-refused', officer);
  const question = await ask('person-asks-access', '45/GYC');
  expect(question).not.toContain(DUYEN);
  await expectGood('question', officer);
  expect(await mainText(officer)).toContain('người nộp');
  await officer.getByRole('link', { name: 'Ai đã xem dữ liệu của người này' }).click();
  await expectGood('person-reads', officer);
  const reads = await mainText(officer);
  for (const said of ['Phạm Thị Kim Ngân', 'quầy 3', 'xem đủ số giấy tờ', 'Mai Công An', 'bị từ chối'])
    expect(reads).toContain(said);
  await officer.goto(`${question}/ban-sao`);
  await expectGood('copy', officer);
  const copy = await mainText(officer);
  expect(copy).toContain(DUYEN);
  expect(copy).not.toContain('Phạm Thị Kim Ngân');
  const file = await officer.request.get(`${question}/ban-sao.json`);
  const content = (await file.json()) as { about: string; reads: readonly { why: string }[] };
  expect(content.about).toBe(DUYEN);
  expect(content.reads.map((read) => read.why)).toContain('xem đủ số giấy tờ');
  await officer.goto(`${HOME}/ho-so/${number}`);
  await expectGood('dossier-reads', officer);
});

test('an erased dossier shows so, and is found by the number no more', async () => {
  const form = await commandForm(clerk, number, 'rut');
  const typed = { reason: 'Đổi ý', originals: '1', receiver: 'Huỳnh Thị Mỹ Duyên' };
  expect((await clerk.post(form.action, filled(form, typed))).status).toBe(303);
  const question = await ask('person-asks-erasure', '46/GYC');
  expect(await mainText(officer)).toContain('cơ quan chưa ghi thời hạn');
  await officer.getByRole('link', { name: 'Xóa theo luật' }).click();
  await officer.locator('input[name="ground"][value="authority-decision"]').check();
  await officer.locator('[name="order"]').fill('12/QĐ-UBND');
  await officer.locator('main form button[type="submit"]').last().click();
  await officer.waitForURL(/\?xong=/);
  await officer.goto(question);
  expect(await mainText(officer)).toMatch(/đã xóa lúc .*12\/QĐ-UBND/);
  await expectGood('question-erased', officer);
  await ask('person-asks-access', '47/GYC');
  expect(await mainText(officer)).toContain('Không có hồ sơ nào gắn với số này');
  await expectGood('question-none', officer);
  expect(await demo.verify()).toMatchObject({ ok: true });
});

/** Until a job of the minute has brought it: the page itself says when. */
async function untilSaid(path: string, said: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await officer.goto(path);
        return mainText(officer);
      },
      { timeout: 150_000, interval: 2_000 },
    )
    .toContain(said);
}

test('the alarm is raised, and closed with a note', {
  timeout: 240_000,
}, async () => {
  await untilSaid(HOME, 'đã mở 6 hồ sơ ngoài phần việc, ngưỡng 5');
  expect(await officer.locator('nav a[href$="/bao-ve-du-lieu"] span').first().innerText()).toBe('1');
  await untilSaid(`${HOME}/bi-tu-choi`, 'Mai Công An');
  await expectGood('refused-reads', officer);
  await officer.goto(`${HOME}/canh-bao`);
  await expectGood('alarms', officer);
  await officer.getByRole('link', { name: 'Cao Ngọc Tuyền' }).click();
  await expectGood('alarm', officer);
  await officer.locator('[name="ghi-chu"]').fill('Kiểm tra theo kế hoạch của Thanh tra huyện.');
  await officer.getByRole('button', { name: 'Ghi kết luận' }).click();
  await officer.waitForURL(/canh-bao\//);
  expect(await mainText(officer)).toContain('Kiểm tra theo kế hoạch');
  await expectGood('alarm-closed', officer);
  await officer.goto(`${HOME}/hoi/00000000-0000-4000-8000-000000000000`);
  await expectGood('question-forgotten', officer);
});
