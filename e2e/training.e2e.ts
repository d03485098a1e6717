import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, type Running, startProgram } from '../outside/running.ts';
import { openBrowser, signIn } from './browser.ts';
import { dossierPath, fillDraft, give, takeIn } from './demo-desk.ts';
import { people } from './demo-people.ts';
import { Keyboard } from './keyboard.ts';
import { expectGood, expectGoodColours } from './page-checks.ts';

const BAND = 'tập dượt, không có giá trị';
const folder = mkdtempSync(join(tmpdir(), 'motcua-training-'));
let address: string;
let program: Running;
let browser: Browser;

beforeAll(async () => {
  const port = await freePort();
  const env = { PORT: String(port), DATA_DIR: join(folder, 'data') };
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

/** What one page says. */
async function said(page: Page, path: string): Promise<string> {
  await page.goto(path);
  return page.innerText('body');
}

/** From the page of reception to the accepted dossier; the hands stay on the keys. */
async function practise(page: Page): Promise<string> {
  const keys = new Keyboard(page);
  await page.goto('/lam-viec/tiep-nhan');
  await keys.enter('main a[href="/lam-viec/tiep-nhan/thu"]');
  await page.waitForURL('**/tiep-nhan/thu');
  await expectGood('training start', page);
  await keys.tabTo('main input[type="search"]');
  await keys.type(people.duyen.procedure);
  await page.locator('.hits li').first().waitFor();
  await keys.press('ArrowDown', 'Enter');
  await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
  await expectGood('training draft', page);
  await fillDraft(page, people.duyen);
  await keys.press('Control+Enter');
  await page.waitForURL(/\/lam-viec\/ho-so\/THU-/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** The text of every paper of the dossier, as printed. */
async function papersOf(page: Page, name: string): Promise<string[]> {
  await page.goto(dossierPath(name));
  const links = page.locator('main a[href*="/giay/"][href$=".pdf"]');
  const paths = await links.evaluateAll((all) =>
    all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  const texts = [];
  for (const path of new Set(paths)) {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, await (await page.request.get(path)).body());
    texts.push(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }));
    expect(readFileSync(file, 'latin1'), path).not.toContain('/ByteRange'); // nobody's signature
  }
  return texts;
}

test('a training dossier goes the whole road, marked everywhere, and is counted nowhere', async () => {
  const { page: clerk } = await signIn(browser, address, 'ngan.pham');
  const real = await takeIn(clerk, people.hoa);
  const name = await practise(clerk);
  await expectGood('training dossier', clerk);
  await expectGoodColours(clerk);
  expect(await clerk.innerText('body')).toContain(BAND);
  await give(clerk, name, 'chuyen');

  const { page: specialist } = await signIn(browser, address, 'thu.nguyen');
  await specialist.goto('/lam-viec');
  await specialist.getByText('Hồ sơ thử đang chờ tôi: 1').click();
  await expectGood('training list', specialist);
  await specialist.locator(`main a[href$="${name}"]`).click();
  expect(await specialist.innerText('body')).toContain(BAND);
  for (const step of ['nhan', 'bat-dau']) await give(specialist, name, step);
  await give(specialist, name, 'xong', { title: 'Giấy chứng nhận', content: 'Cấp thử' });
  const { page: leader } = await signIn(browser, address, 'son.do');
  await give(leader, name, 'ky');
  const { page: counter } = await signIn(browser, address, 'yen.vo');
  await give(counter, name, 'tra-ket-qua', { receiverName: people.duyen.name, proof: 'ký thử' });
  expect(await said(counter, dossierPath(name))).toContain('Đã trả kết quả');

  const texts = await papersOf(clerk, name);
  expect(texts.length).toBeGreaterThanOrEqual(2); // receipt and result
  for (const text of texts) expect(text).toContain('THỬ – TẬP DƯỢT, KHÔNG CÓ GIÁ TRỊ, KHÔNG KÝ SỐ');

  const register = await said(clerk, '/lam-viec/so-theo-doi');
  expect(register).toContain(real);
  expect(register).not.toContain(people.duyen.name);
  for (const list of ['/lam-viec', '/lam-viec/ho-so', '/lam-viec/thu-phi'])
    expect(await said(clerk, list)).not.toContain(name);
  expect(await said(leader, '/lam-viec/tinh-hinh')).not.toContain(people.duyen.name);
  await clerk.goto('/tra-cuu');
  await clerk.locator('main input[name]:not([type="hidden"])').first().fill(name);
  await clerk.locator('main form button').first().click();
  expect(await clerk.innerText('main')).not.toContain('Đã trả kết quả');
});
