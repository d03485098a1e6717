import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectHarmless } from '../outside/harmless.ts';
import { hostileValues } from '../outside/hostile-values.ts';
import { type Client, type Fields, filled, formOf, signedIn } from '../outside/http-client.ts';
import { type Installation, startedDemo } from '../outside/installation.ts';
import { openBrowser, signIn } from './browser.ts';
import { Keyboard } from './keyboard.ts';

const BASE = '/lam-viec/chung-thuc';
const KNOWN = '087188004512';
/** From the empty page to the number in the book, when the person is known. */
const MOST_KEYS = 12;
let demo: Installation;
let browser: Browser;
let clerk: Client;

beforeAll(async () => {
  demo = await startedDemo();
  browser = await openBrowser();
  clerk = await signedIn(demo.address, 'ngan.pham');
  await certify(clerk, { name: 'Huỳnh Thị Mỹ Duyên', 'id-number': KNOWN });
});
afterAll(async () => {
  await browser.close();
  await demo.remove();
});

/** What a clerk sends for one document; answers where it leads. */
async function certify(client: Client, change: Fields = {}): Promise<string> {
  const form = await client.form(BASE, BASE);
  const typed = { 'documents.0.name': 'Học bạ', 'documents.0.pages': '3', press: 'accept' };
  const answer = await client.post(BASE, filled(form, { name: 'Lê Minh Đức', ...typed, ...change }));
  expect(answer.status).toBe(303);
  return answer.location;
}

async function fromEmptyPageToNumber(page: Page, send: (keys: Keyboard) => Promise<void>): Promise<number> {
  const keys = new Keyboard(page);
  await page.goto(BASE);
  await keys.typeInto('find', KNOWN);
  await keys.press('Enter');
  await keys.waitFor('button[value="use"]');
  await keys.press('Enter');
  await keys.typeInto('documents.0.name', 'Bằng tốt nghiệp trung học phổ thông');
  await keys.press('Tab');
  await keys.typeInto('documents.0.pages', '3');
  await keys.press('Tab');
  await keys.typeInto('documents.0.copies', '2');
  await send(keys);
  await page.waitForURL(/\/xong\//);
  const said = await page.innerText('main');
  expect(said).toContain('01/2022-SCT/BS');
  expect(said).toContain('10.000');
  expect(said).toContain('Huỳnh Thị Mỹ Duyên');
  return keys.pressed;
}

describe('at most twelve key presses for a known person', () => {
  test('in a browser', async () => {
    const { page } = await signIn(browser, demo.address, 'ngan.pham');
    const pressed = await fromEmptyPageToNumber(page, async (keys) => {
      // the amount stands there before anything is sent
      await page.waitForFunction(() => document.querySelector('#so-tien')?.textContent?.includes('10.000'));
      await keys.press('Control+Enter');
    });
    expect(pressed).toBeLessThanOrEqual(MOST_KEYS);
  });

  test('with JavaScript off', async () => {
    const { page } = await signIn(browser, demo.address, 'ngan.pham', { javaScript: false });
    const pressed = await fromEmptyPageToNumber(page, async (keys) => {
      await keys.tabTo('button[value="accept"]');
      await keys.press('Enter');
    });
    expect(pressed).toBeLessThanOrEqual(MOST_KEYS);
  });

  test('the next person is one key away', async () => {
    const { page } = await signIn(browser, demo.address, 'ngan.pham');
    await page.goto(await certify(clerk));
    await page.keyboard.press('n');
    await page.waitForURL(new RegExp(`${BASE}$`));
    await new Keyboard(page).waitFor('[name="find"]');
  });
});

test('a card fills the page, several documents get their numbers, the receipt is printed when asked for', async () => {
  const { page } = await signIn(browser, demo.address, 'ngan.pham');
  await page.goto(BASE);
  await page.keyboard.press('F2');
  await page.keyboard.type('087065003021||Phan Văn Ở|30041965|Nam|Ấp Phú Hòa, xã Phú Hựu|15082021|');
  await page.keyboard.press('Enter');
  const keys = new Keyboard(page);
  await keys.typeInto('documents.0.name', 'Giấy khai sinh');
  await keys.press('Tab');
  await keys.typeInto('documents.0.pages', '2');
  await keys.press('Alt+4');
  await keys.typeInto('documents.1.name', 'Sổ hộ khẩu');
  await keys.press('Tab');
  await keys.typeInto('documents.1.pages', '16');
  await keys.press('Control+Enter');
  await page.waitForURL(/\/xong\//);
  const numbers = await page.locator('.certification-number').allInnerTexts();
  expect(Number(numbers[1])).toBe(Number(numbers[0]) + 1);
  expect(await page.innerText('main')).toContain('22.000'); // 4.000 and 18.000
  await page.getByRole('link', { name: 'In giấy tiếp nhận' }).click();
  expect(await page.innerText('main')).toContain('Phan Văn Ở');
});

test('reception sends what is certified to this page', async () => {
  const start = '/lam-viec/tiep-nhan';
  const form = await clerk.form(start, '/dang-xuat');
  const answer = await clerk.post(start, { ...filled(form), code: '2.000815' });
  expect(answer.location).toBe(`${BASE}?viec=2.000815`);
});

test('a pile is signed with the keyboard, and returned', async () => {
  const own = await certify(clerk);
  const { page } = await signIn(browser, demo.address, 'ngan.pham');
  await page.goto(`${BASE}/hom-nay`);
  await page.keyboard.press('x');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/da-ky=1/);
  await page.goto(own);
  await page.goto(`${BASE}/hom-nay`);
  await page.getByRole('link', { name: 'Trả kết quả' }).last().click();
  expect(page.url()).toMatch(/tra-ket-qua$/);
});

test('two clerks at once: every number once, none left out', async () => {
  const other = await signedIn(demo.address, 'phuong.do');
  const presses = Array.from({ length: 20 }, (_, index) => certify(index % 2 === 0 ? clerk : other));
  const places = await Promise.all(presses);
  expect(new Set(places).size).toBe(20);
  const rows = await demo.rows<{ number: number }>(
    `select number from certification.entry where kind = 'copies' order by number`,
  );
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  expect(await demo.verify()).toMatchObject({ ok: true, certification: { ok: true } });
});

test('hostile text in every field, with every press: an answer, never a failure', {
  timeout: 300_000,
}, async () => {
  const page = await clerk.get(BASE);
  const form = formOf(page, BASE);
  const extra = [
    'documents.0.who',
    'documents.19.name',
    'documents.20.name',
    'case',
    'added-time',
    'added-value',
    'existing',
  ];
  const names = new Set([...form.fields.map(({ name }) => name), ...extra, 'exempt-reason', 'checked']);
  names.delete('_csrf');
  const own = filled(form, { name: 'A', 'documents.0.name': 'B', 'documents.0.pages': '1', exempt: 'other' });
  for (const press of ['accept', 'find', 'use', 'add', 'stay', 'remove:documents.0', 'remove:../..'])
    for (const name of press === 'accept' ? names : ['find', 'code', 'key', 'press', 'documents.0.pages'])
      for (const [kind, value] of Object.entries(hostileValues)) {
        const fields = { ...own, press, key: crypto.randomUUID(), [name]: value.toWellFormed() };
        expectHarmless(await clerk.post(BASE, fields), `${press}, ${kind} in ${name}`);
        if (press === 'accept')
          expectHarmless(await clerk.post(`${BASE}/tinh`, fields), `reckoned, ${kind} in ${name}`);
      }
});

test('hostile text in the books and in the pile to sign: the same', async () => {
  for (const value of Object.values(hostileValues)) {
    const search = await clerk.form(`${BASE}/so`, '/so/tim');
    const answer = await clerk.post(search.action, filled(search, { ten: value.toWellFormed() }));
    expectHarmless(answer, 'a search in the book');
    if (answer.location) expectHarmless(await clerk.get(answer.location), 'what was found');
    for (const field of ['so', 'ngay', 'tim', 'sau']) {
      const query = new URLSearchParams({ [field]: value.slice(0, 500) });
      expectHarmless(await clerk.get(`${BASE}/so?${query}`), field);
    }
  }
  for (const value of Object.values(hostileValues))
    for (const field of ['chon', 'signerAccountId']) {
      const sign = await clerk.form(`${BASE}/hom-nay`, '/hom-nay');
      const box = sign.fields.find(({ name }) => name === 'chon')?.value ?? '';
      const fields = { ...filled(sign), chon: box, [field]: value.toWellFormed() };
      expectHarmless(await clerk.post(sign.action, fields), `signed, ${field}`);
    }
  expectHarmless(await clerk.get(`${BASE}/so`), 'the book afterwards');
  expectHarmless(await clerk.get(`${BASE}/hom-nay`), 'the day afterwards');
  expect(await demo.verify()).toMatchObject({ ok: true });
});
