import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkToken } from '#platform/papers/link-token.ts';
import { freePort, type Running, runProgram, startProgram } from '../outside/running.ts';
import { openBrowser, signIn } from './browser.ts';
import { Keyboard } from './keyboard.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-road-'));
const CARD =
  '087188004512|341234567|Huỳnh Thị Mỹ Duyên|14091988|Nữ|Ấp Tân Bình, xã Tân Nhuận Đông|15082021|thừa';
let env: Record<string, string>;
let address: string;
let program: Running;
let browser: Browser;

beforeAll(async () => {
  const port = await freePort();
  env = { PORT: String(port), DATA_DIR: join(folder, 'data') };
  address = `http://localhost:${port}`;
  program = startProgram(['start', '--kind', 'demo', '--clock', '2022-07-25T08:00'], { env });
  [browser] = await Promise.all([openBrowser(), program.until('Ctrl-C')]);
});

afterAll(async () => {
  await browser?.close();
  program.process.kill('SIGTERM');
  await program.ended;
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the form of a command on its own page, fills it and presses its button. */
async function give(
  page: Page,
  dossier: string,
  slug: string,
  fields: Record<string, string> = {},
): Promise<void> {
  await page.goto(`${dossier}/${slug}`);
  for (const [name, value] of Object.entries(fields)) await page.fill(`main [name="${name}"]`, value);
  await page
    .locator(`main form[action$="/${slug}"] button[type="submit"], main form[action$="/${slug}"] button`)
    .last()
    .click();
  expect(new URL(page.url()).searchParams.get('xong'), await page.innerText('main')).toBe(slug);
}

/** Finds the household business, begins, reads the card, ticks what is required and accepts. */
async function receive(page: Page, javaScript: boolean): Promise<string> {
  await page.goto('/lam-viec/tiep-nhan');
  await page.locator('main input[type="search"]').fill('ho kinh doanh');
  await page.locator('main form[role="search"] button, main form button:has-text("Tìm")').first().click();
  await page
    .locator('main button[value="1.001612"], main button:has-text("Đăng ký thành lập hộ kinh doanh")')
    .first()
    .click();
  await page.fill('[name="scan"]', CARD);
  if (javaScript) {
    await page.locator('[name="scan"]').press('Enter');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="applicants.0.name"]')?.value,
    );
  } else await page.getByRole('button', { name: 'Đọc mã' }).click();
  expect(await page.inputValue('[name="applicants.0.name"]')).toBe('Huỳnh Thị Mỹ Duyên');
  await page.locator('[name="papers.paper-1.there"]').check();
  await page.fill('[name="fees.0.amount"]', '100.000');
  await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).first().click();
  await page.waitForURL(/ho-so\/.*moi=1/);
  return page.url().replace(/\?.*/, '');
}

async function pdf(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  const file = join(folder, `${path.replace(/\W+/g, '-').slice(-80)}.pdf`);
  writeFileSync(file, await answer.body());
  return file;
}

const textOf = (file: string) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });

async function paperPaths(page: Page, dossier: string): Promise<string[]> {
  await page.goto(dossier);
  return page
    .locator('a[href*="/giay/"][href$="pdf"]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
}

async function walkTheRoad(javaScript: boolean): Promise<string> {
  const open = (account: string) => signIn(browser, address, account, { javaScript });
  const { page: clerk } = await open('ngan.pham');
  const dossier = await receive(clerk, javaScript);
  await give(clerk, dossier, 'chuyen');
  const { page: specialist } = await open('thu.nguyen');
  await give(specialist, dossier, 'nhan');
  await give(specialist, dossier, 'bat-dau');
  await give(specialist, dossier, 'bo-sung', {
    'item.0.what': 'bản có chữ ký',
    reason: 'Giấy đề nghị chưa ký',
  });
  await give(clerk, dossier, 'bao-bo-sung');
  await clerk.goto(`${dossier}/nhan-bo-sung`);
  await clerk.locator('main [name="paper.0.there"]').check();
  await clerk.locator('main form[action$="/nhan-bo-sung"] button').last().click();
  await give(specialist, dossier, 'xong', {
    title: 'Giấy chứng nhận đăng ký hộ kinh doanh',
    content: 'Cấp cho bà Duyên',
  });
  const { page: leader } = await open('son.do');
  await give(leader, dossier, 'ky');
  const { page: counter } = await open('yen.vo');
  await give(counter, dossier, 'tra-ket-qua', { receiverName: 'Huỳnh Thị Mỹ Duyên', proof: 'đã ký nhận' });
  await counter.goto(dossier);
  expect(await counter.innerText('main')).toContain('Đã trả kết quả');
  return dossier;
}

test('with a browser: received, supplemented, signed, returned; its papers are whole', async () => {
  const dossier = await walkTheRoad(true);
  const { page } = await signIn(browser, address, 'ngan.pham');
  const paths = await paperPaths(page, dossier);
  expect(paths.length).toBeGreaterThanOrEqual(4); // two receipts, completion request, result
  const texts = [];
  for (const path of paths) texts.push(textOf(await pdf(page, path)));
  expect(texts.every((text) => text.includes('DỮ LIỆU MINH HỌA'))).toBe(true);
  const [receipt] = texts.filter((text) => text.includes('GIẤY TIẾP NHẬN'));
  expect(receipt).toContain('Huỳnh Thị Mỹ Duyên');
  const resultAt = texts.findIndex((text) => text.toLocaleUpperCase('vi').includes('GIẤY CHỨNG NHẬN'));
  const signed = await pdf(page, paths[resultAt] ?? '');
  expect(execFileSync('pdfsig', ['-nocert', signed], { encoding: 'utf8' })).toContain('Signature is Valid');
});

test('the citizen sees where it is: by number only done or not, by the link of the receipt all of it', async () => {
  const { page: clerk } = await signIn(browser, address, 'ngan.pham');
  const dossier = await receive(clerk, true);
  const number = decodeURIComponent(dossier.split('/').at(-1) ?? '');
  const context = await browser.newContext({ baseURL: address });
  const citizen = await context.newPage();
  await citizen.goto('/tra-cuu');
  await citizen.locator('main input[name]:not([type="hidden"])').first().fill(number);
  await citizen.locator('main form button').first().click();
  const said = await citizen.innerText('main');
  expect(said).toContain('28/07/2022');
  expect(said).not.toContain('Huỳnh');
  const key = Buffer.from(
    readFileSync(join(folder, 'data', 'keys', 'links.key'), 'utf8').trim(),
    'base64url',
  );
  await citizen.goto(`/tra-cuu/${encodeURIComponent(number)}?k=${linkToken(key, 'receipt', number)}`);
  const all = await citizen.innerText('main');
  expect(all).toContain('H. T. M. D.');
  expect(all).not.toContain('Huỳnh');
  await citizen.goto(`/tra-cuu/${encodeURIComponent(number)}?k=${linkToken(key, 'receipt', `${number}1`)}`);
  expect(await citizen.innerText('main')).not.toContain('H. T. M. D.');
});

test('with JavaScript off the same road is walked', async () => {
  await walkTheRoad(false);
});

async function pressByKeys(page: Page, dossier: string, slug: string): Promise<void> {
  await page.goto(`${dossier}/${slug}`);
  await new Keyboard(page).tabTo(`form[action$="/${slug}"] button`);
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`xong=${slug}`));
}

test('with the keyboard only the same is received, handled and returned', async () => {
  const { page: clerk } = await signIn(browser, address, 'ngan.pham');
  await clerk.goto('/lam-viec/tiep-nhan');
  await new Keyboard(clerk).tabTo('main input[type="search"]');
  await clerk.keyboard.type('1.001612');
  await clerk.waitForSelector('[role="option"], [role="listbox"] >> text=1.001612');
  await clerk.keyboard.press('ArrowDown');
  await clerk.keyboard.press('Enter');
  await clerk.waitForSelector('[name="scan"]');
  await clerk.keyboard.press('F2');
  await clerk.keyboard.type(CARD);
  await clerk.keyboard.press('Enter');
  await clerk.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[name="applicants.0.name"]')?.value,
  );
  await new Keyboard(clerk).tabTo('[name="papers.paper-1.there"]');
  await clerk.keyboard.press('Space');
  await new Keyboard(clerk).tabTo('[name="fees.0.amount"]');
  await clerk.keyboard.type('100000');
  await clerk.keyboard.press('Control+Enter');
  await clerk.waitForURL(/ho-so\/.*moi=1/);
  const dossier = clerk.url().replace(/\?.*/, '');
  await pressByKeys(clerk, dossier, 'chuyen');
  const { page: specialist } = await signIn(browser, address, 'thu.nguyen');
  for (const slug of ['nhan', 'bat-dau', 'xong']) await pressByKeys(specialist, dossier, slug);
  const { page: leader } = await signIn(browser, address, 'son.do');
  await pressByKeys(leader, dossier, 'ky');
  const { page: counter } = await signIn(browser, address, 'yen.vo');
  await counter.goto(`${dossier}/tra-ket-qua`);
  await new Keyboard(counter).tabTo('[name="proof"]');
  await counter.keyboard.type('đã ký nhận');
  await new Keyboard(counter).tabTo('form[action$="/tra-ket-qua"] button');
  await counter.keyboard.press('Enter');
  await counter.waitForURL(/xong=tra-ket-qua/);
});

test('afterwards everything verifies', async () => {
  const { code, printed } = await runProgram(['verify', '--json'], { env });
  expect(JSON.parse(printed)).toMatchObject({ ok: true, history: { ok: true, dossiers: 4 } });
  expect(code).toBe(0);
});
