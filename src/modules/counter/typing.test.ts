import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { aBrowser, aCounter, aFilledForm, type Counter, type Form } from './testing.ts';

const db = await testDatabase();
const CODE = '1.001612';
const CARD = '087190001234||Nguyễn Văn A|01021990|Nam|Ấp Phú Hòa|15082021';
const base = '/lam-viec/tiep-nhan';
let counter: Counter;
let browser: Awaited<ReturnType<typeof aBrowser>>;
let keys: string[];
let caseKey: string;

beforeAll(async () => {
  counter = await aCounter(db);
  browser = await aBrowser(counter, counter.clerk);
  const procedure = await counter.procedure(CODE);
  caseKey = procedure.cases[0]?.key ?? '';
  keys = procedure.papers
    .filter((paper) => paper.required && (paper.caseKey ?? caseKey) === caseKey)
    .map((paper) => paper.key);
});

async function aDraft(): Promise<string> {
  const answer = await browser.post(base, { code: CODE });
  return String(answer.headers.location);
}

const filled = (change: Form = {}) =>
  aFilledForm(keys, { version: '1', case: caseKey, 'fees.0.quantity': '0', ...change });
const nobody = {
  'applicants.0.name': '',
  'applicants.0.id-number': '',
  'applicants.0.birth-date': '',
  'applicants.0.address': '',
};
const pageOf = async (draft: string) => (await browser.get(draft)).body;
const fieldOf = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>`).exec(html)?.[0] ?? '';

describe('a card read with whatever press', () => {
  test.each<[string, string, string]>([
    ['Enter in its field', '', 'stay'],
    ['one more applicant', '', 'add-applicant'],
    ['accepting', '/tiep-nhan', ''],
    ['filing for later', '/ghi-nhan', 'stay'],
    ['asking for the rest', '/toi-bo-sung', 'stay'],
    ['its own button', '/quet-the', ''],
  ])('%s: the fields are filled, the page is shown to be compared', async (_, what, press) => {
    const draft = await aDraft();
    const answer = await browser.post(draft + what, filled({ ...nobody, scan: CARD, press }));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Đã đọc mã QR thẻ căn cước');
    expect(fieldOf(answer.body, 'applicants.0.id-number')).toContain('value="087190001234"');
    expect(fieldOf(answer.body, 'scan')).not.toContain('087190001234');
    expect(await pageOf(draft)).toContain('value="Nguyễn Văn A"');
  });

  test('kept for later it is kept with the draft', async () => {
    const draft = await aDraft();
    const answer = await browser.post(draft, filled({ ...nobody, scan: CARD, press: 'later' }));
    expect([answer.statusCode, answer.headers.location]).toEqual([303, base]);
    expect(await pageOf(draft)).toContain('value="087190001234"');
  });

  test('spoilt letters are said', async () => {
    const draft = await aDraft();
    const scan = CARD.replace('Nguyễn', 'Nguyeenx');
    expect((await browser.post(draft, filled({ ...nobody, scan, press: 'stay' }))).body).toContain('Telex');
  });

  test.each(['', '/tiep-nhan', '/quet-the'])(
    'what is no card is said at its field and stays there: %s',
    async (what) => {
      const draft = await aDraft();
      const scan = '087190001234|nửa chừng';
      const answer = await browser.post(draft + what, filled({ scan, press: 'later' }));
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('href="#f-scan"');
      expect(fieldOf(answer.body, 'scan')).toMatch(/value="087190001234\|nửa chừng"/);
      expect(fieldOf(answer.body, 'scan')).toContain('aria-invalid="true"');
      expect(await pageOf(draft)).toContain('Huỳnh Thị Mỹ Duyên');
    },
  );
});

describe('two windows on one draft', () => {
  test('the second is told at once why it is not kept, and may put its own text in the place', async () => {
    const draft = await aDraft();
    const window = (name: string) => filled({ page: crypto.randomUUID(), 'applicants.0.name': name });
    expect((await browser.post(`${draft}/luu-nhap`, window('Cửa sổ một'))).statusCode).toBe(200);
    const second = window('Cửa sổ hai');
    const refused = await browser.post(`${draft}/luu-nhap`, second);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'counter/changed-meanwhile' });
    expect(refused.json().message).toContain('cửa sổ khác lúc 08:00');
    expect((await browser.post(draft, { ...second, press: 'mine' })).statusCode).toBe(303);
    expect(await pageOf(draft)).toContain('Cửa sổ hai');
  });

  test('the page says every reason, and holds the way out', async () => {
    const draft = await aDraft();
    const html = await pageOf(draft);
    const status = /<p[^>]*data-autosave-status[^>]*>/.exec(html)?.[0] ?? '';
    for (const why of ['data-no-answer', 'data-away', 'data-signed-out']) expect(status).toContain(why);
    const wayOut = html.split('data-autosave-conflict')[1]?.split('</div>')[0] ?? '';
    expect(wayOut).toContain(`href="${draft}"`);
    expect(wayOut).toContain('value="mine"');
  });

  test('a draft that is gone says so', async () => {
    const draft = await aDraft();
    await browser.post(`${draft}/xoa`, {});
    const answer = await browser.post(`${draft}/luu-nhap`, filled());
    expect([answer.statusCode, answer.json().message]).toEqual([
      404,
      expect.stringContaining('Không còn nháp này'),
    ]);
  });
});

describe('children', () => {
  const child = {
    'applicants.0.name': 'Trần Thị Bé',
    'applicants.0.id-number': '',
    'applicants.0.no-id': '1',
    'applicants.0.birth-date': '20/07/2022',
  };

  test('who is under 14 does not file alone: the adult is asked for where one is added', async () => {
    const draft = await aDraft();
    const refused = await browser.post(`${draft}/tiep-nhan`, filled(child));
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('href="#f-on-behalf"');
    expect(fieldOf(refused.body, 'on-behalf')).toContain('aria-invalid="true"');
    const version = /name="version" value="(\d+)"/.exec(refused.body)?.[1] ?? '';
    const mother = {
      'on-behalf': '1',
      'authorised.name': 'Trần Thị Mẹ',
      'authorised.id-number': '087188004512',
      'authorised.sex': 'female',
      'authorised.address': 'Ấp Phú Hòa',
    };
    const accepted = await browser.post(`${draft}/tiep-nhan`, filled({ ...child, ...mother, version }));
    expect(accepted.headers.location).toMatch(/\?moi=1$/);
  });

  test('the tick that excuses the number stands right after it', async () => {
    const html = await pageOf(await aDraft());
    const names = [...html.matchAll(/<(?:input|select)[^>]*name="applicants\.0\.([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names[names.indexOf('id-number') + 1]).toBe('no-id');
  });
});

describe('the focus', () => {
  test('a page opened anew begins at its first field, a refused one at what is wrong', async () => {
    const draft = await aDraft();
    const anew = await pageOf(draft);
    expect(anew.match(/\sautofocus/g)).toHaveLength(1);
    expect(anew).toMatch(/<input[^>]*name="(?:case|scan)"[^>]*autofocus/);
    const refused = (await browser.post(`${draft}/tiep-nhan`, filled({ 'applicants.0.name': '' }))).body;
    expect(refused.match(/\sautofocus/g)).toHaveLength(1);
    expect(refused).toMatch(/class="ds-error-summary"[^>]*autofocus/);
  });
});
