import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { aClock, writeDossier } from '#modules/dossiers/testing-dossiers.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { lookupLink } from './index.ts';
import { linkKey, loadGround, loadOrganisations, type PortalSite, portalSite } from './testing.ts';
import { type Answer, ask, lookUpTyped, textOf } from './testing-browser.ts';
import { countingDatabase } from './testing-queries.ts';

const db = await testDatabase();
const NOW = instant('2022-07-28T08:12');
const NUMBER = '000.00.11.H20-220718-0042';
const counting = countingDatabase(db.appUrl);
let site: PortalSite;
const offices = new Map<string, string>();
let versionId = '';

beforeAll(async () => {
  await loadGround(db.owner);
  await loadOrganisations(db.owner, NOW);
  site = await portalSite(counting.db, NOW);
  const rows = await db.app.selectFrom('identity.office').select(['id', 'code']).execute();
  for (const { id, code } of rows) offices.set(code, id);
  const version = await db.app
    .selectFrom('catalogue.procedure_version')
    .select('id')
    .where('code', '=', '1.001612')
    .executeTakeFirstOrThrow();
  versionId = version.id;
  await writeDossiers();
});
afterAll(() => counting.end());
beforeEach(() => sql`truncate platform.rate_limit`.execute(db.owner));

const officeId = (code: string) => {
  const id = offices.get(code);
  if (!id) throw new Error(`no office ${code}`);
  return id;
};

function filing(agency = 'CT') {
  return {
    agencyId: officeId(agency),
    intakeOfficeId: officeId(`${agency}.one-stop`),
    returnOfficeId: officeId(`${agency}.one-stop`),
    limit: { value: 10, unit: 'ngay_lam_viec' as const },
    procedure: {
      versionId,
      code: '1.001612',
      name: 'Đăng ký thành lập hộ kinh doanh',
      field: 'Hộ kinh doanh',
      caseKey: null,
      caseName: null,
    },
  };
}

const running = aClock(instant('2022-07-18T08:40'), instant('2022-08-01T17:00'));
const COMMUNE = 'CT.PH';
const LATE = '000.00.11.H20-220718-0046';

async function writeDossiers() {
  const write = (number: string, more: object = {}) =>
    writeDossier(db.app, { number, clock: running, filing: filing(), ...more });
  await write(NUMBER, {
    later: [
      {
        type: 'forwarded',
        at: instant('2022-07-18T10:00'),
        body: { stepIndex: 1, late: false },
        personal: { note: null },
      },
    ],
  });
  const decided = { outcome: 'granted', resultPaperId: 'p', resultNumber: '12/GCN', signatureId: 's' };
  await write('000.00.11.H20-220718-0043', {
    later: [
      {
        type: 'forwarded',
        at: instant('2022-07-18T10:00'),
        body: { stepIndex: 1, late: false },
        personal: { note: null },
      },
      {
        type: 'decided',
        at: instant('2022-07-27T09:00'),
        body: decided,
        personal: null,
        officeName: 'Lãnh đạo',
      },
    ],
  });
  await write('000.00.11.H20-220718-0044', { later: await supplemented() });
  await write(LATE, { clock: aClock(instant('2022-07-18T08:00'), instant('2022-07-27T17:00')) });
  // the same short number at two agencies
  await write('000.00.11.H20-220719-0001');
  const [other] = [...offices.keys()].filter((code) => code.endsWith('.one-stop') && code !== 'CT.one-stop');
  const agency = other?.replace('.one-stop', '') ?? COMMUNE;
  await write('000.99.11.H20-220719-0001', { filing: filing(agency) });
}

async function supplemented() {
  const restart = aClock(instant('2022-07-26T09:20'), instant('2022-08-09T17:00'));
  const { steps } = await import('#modules/dossiers/testing.ts');
  return [
    {
      type: 'forwarded',
      at: instant('2022-07-18T10:00'),
      body: { stepIndex: 1, late: false },
      personal: { note: null },
    },
    {
      type: 'supplement-asked',
      at: instant('2022-07-20T10:00'),
      body: { count: 1, late: false, paperId: 'p2' },
      personal: { items: [{ name: 'Hợp đồng', what: 'bản chính' }], reason: 'thiếu chữ ký của ông Tám' },
    },
    {
      type: 'supplement-announced',
      at: instant('2022-07-20T11:00'),
      body: { by: 'phone' },
      personal: { note: null },
    },
    {
      type: 'supplement-received',
      at: instant('2022-07-26T09:20'),
      body: { clock: restart, steps, receiptId: 'receipt-2' },
      personal: { papers: [], note: null },
    },
  ];
}

describe('a typed look-up', () => {
  test.each([NUMBER, NUMBER.toLowerCase(), '220718-0042', ' 220718 - 42 '])(
    '%s: not done, and when',
    async (typed) => {
      const { text, status, headers } = await lookUpTyped(site, typed);
      expect(status).toBe(200);
      expect(text).toContain('Chưa có kết quả');
      expect(text).toContain('Hẹn trả 17:00, thứ Hai, 01/08/2022');
      expect(text).not.toMatch(/Duyên|H\. T\. M\. D\.|hộ kinh doanh|Đang giải quyết/);
      expect(headers['cache-control']).toBe('no-store');
    },
  );

  test('late: that it is, and whom to ask', async () => {
    const { text } = await lookUpTyped(site, LATE);
    expect(text).toContain('Chưa có kết quả, đã quá ngày hẹn');
    expect(text).toContain('Hẹn trả 17:00, thứ Tư, 27/07/2022');
    expect(text).toContain('Xin gọi Bộ phận Một cửa để biết vì sao chậm và ngày trả');
  });

  test('done, and when', async () => {
    expect((await lookUpTyped(site, '220718-0043')).text).toContain('Xong ngày thứ Tư, 27/07/2022');
  });

  const unknown = ['000.00.11.H20-220718-9999', '220719-0001', 'abc', "'; --", '<b>', '٣'];
  test.each(unknown)('not found: %#', async (typed) => {
    const { text, html, status } = await lookUpTyped(site, typed);
    expect(status).toBe(200);
    expect(text).toContain('Không tìm thấy, xin kiểm tra lại số');
    expect(html).not.toContain('<b>"');
  });

  test('the whole number finds what the short one leaves open', async () => {
    expect((await lookUpTyped(site, '000.00.11.H20-220719-0001')).text).toContain('Hẹn trả');
  });

  test('known and unknown numbers cost the same queries', async () => {
    const queriesOf = async (typed: string) => {
      const before = await lookUpTyped(site, typed); // calendars are kept after the first time
      counting.take();
      const { status } = await lookUpTyped(site, typed);
      expect([before.status, status]).toEqual([200, 200]);
      return counting.take();
    };
    const known = await queriesOf(NUMBER);
    expect(known.length).toBeGreaterThan(3);
    for (const typed of ['000.00.11.H20-220718-9999', '220718-9999', 'abc', '220718-0043'])
      expect(await queriesOf(typed)).toEqual(known);
  });

  test('nothing typed asks for a number', async () => {
    const { status, text } = await lookUpTyped(site, '  ');
    expect(status).toBe(422);
    expect(text).toContain('Xin nhập số hồ sơ');
  });

  test('every look-up is logged, without what was typed', async () => {
    await lookUpTyped(site, '000.00.11.H20-220718-7777');
    const entry = await db.owner
      .selectFrom('audit.entry')
      .selectAll()
      .where('action', '=', 'dossiers/look-up')
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ subject_id: 'unknown', result: 'refused' });
  });

  test('at most thirty from one address, then a page says when to try again', async () => {
    const answers: Answer[] = [];
    for (let i = 0; i < 31; i += 1) answers.push(await lookUpTyped(site, NUMBER));
    expect(answers.slice(0, 30).every((one) => one.status === 200)).toBe(true);
    const last = answers[30];
    expect(last?.status).toBe(429);
    expect(last?.text).toMatch(/Xin thử lại sau \d+ phút/);
    expect(last?.text).not.toContain('Hẹn trả');
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('the limit is a setting', async () => {
    const set = (value: string | null) =>
      value === null
        ? sql`delete from platform.setting where key = 'portal.look-ups'`.execute(db.owner)
        : sql`insert into platform.setting values ('portal.look-ups', ${value}::jsonb)`.execute(db.owner);
    await set('{"hits": 1, "minutes": 5}');
    expect((await lookUpTyped(site, NUMBER)).status).toBe(200);
    expect((await lookUpTyped(site, NUMBER)).status).toBe(429);
    await set(null);
    expect((await lookUpTyped(site, NUMBER)).status).toBe(200);
  });
});

describe('the signed link of a receipt', () => {
  const linkOf = (number: string) => lookupLink('', linkKey, number);

  test('shows the way by office and why this date, initials only', async () => {
    const { text, status, headers } = await ask(site, linkOf(NUMBER));
    expect(status).toBe(200);
    expect(text).toContain('Đang giải quyết, đúng hạn');
    expect(text).toContain('Hẹn trả 17:00, thứ Hai, 01/08/2022');
    expect(text).toContain('còn 2 ngày làm việc');
    expect(text).toContain('Bộ phận Một cửa đã nhận hồ sơ');
    expect(text).toContain('Vì sao hẹn ngày này?');
    expect(text).toContain('Người nộp: H. T. M. D.');
    expect(text).not.toMatch(/Duyên|Người tiếp nhận|087188004512/);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('states what the receipt must say, so that a changed one is recognised', async () => {
    const { text } = await ask(site, linkOf(NUMBER));
    const section = text.slice(text.indexOf('So với giấy hẹn trên tay'));
    expect(section).toContain(NUMBER);
    expect(section).toContain('08:40, thứ Hai 18/07/2022');
    expect(section).toContain('17:00, thứ Hai 01/08/2022');
  });

  test('a receipt that a newer one replaced is said to be void', async () => {
    const { text } = await ask(site, linkOf('000.00.11.H20-220718-0044'));
    expect(text).toContain(
      'Giấy hẹn cấp lúc 08:40, thứ Hai 18/07/2022, hẹn trả 17:00, thứ Hai 01/08/2022, không còn giá trị',
    );
    expect(text).toContain('17:00, thứ Ba 09/08/2022');
    expect(text).not.toContain('ông Tám');
  });

  test('a changed number, a changed token, none, and a dossier that is not there look the same', async () => {
    const good = linkOf(NUMBER);
    const links = [
      good.replace('0042', '0043'),
      good.replace(/k=./, 'k=_'),
      good.replace(/\?k=.*/, ''),
      linkOf('000.00.11.H20-220718-9999'),
      '/tra-cuu/%3Cscript%3E?k=x',
    ];
    for (const link of links) {
      const { text, status } = await ask(site, link);
      expect(status).toBe(404);
      expect(text).toContain('Mã trên giấy hẹn không đúng');
      expect(text).not.toContain('Hẹn trả');
    }
  });

  test('a broken link is logged as an attempt', async () => {
    await ask(site, '/tra-cuu/000.00.11.H20-220718-0042?k=wrong');
    const entry = await db.owner
      .selectFrom('audit.entry')
      .selectAll()
      .where('action', '=', 'portal/open-link')
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ subject_id: 'unknown', result: 'refused' });
  });

  test('an office may show only done or not and when', async () => {
    const key = `portal.timeline.${officeId('CT')}`;
    await sql`insert into platform.setting values (${key}, 'false')`.execute(db.owner);
    const { text } = await ask(site, linkOf(NUMBER));
    await sql`delete from platform.setting where key = ${key}`.execute(db.owner);
    expect(text).toContain('Hẹn trả 17:00, thứ Hai, 01/08/2022');
    expect(text).not.toMatch(/Vì sao hẹn ngày này|đã nhận hồ sơ|H\. T\. M\. D\.|đúng hạn/);
  });

  test('after the personal data were erased the way is still there, without initials', async () => {
    const number = '000.00.11.H20-220718-0045';
    const erased = {
      type: 'personal-erased',
      at: instant('2022-07-20T10:00'),
      body: { ground: 'retention-over', order: '12/QĐ-UBND' },
      personal: null,
    } as const;
    const { id } = await writeDossier(db.app, { number, clock: running, filing: filing(), later: [erased] });
    await sql`select dossiers.erase_personal(${id}::uuid)`.execute(db.app);
    const { text, status } = await ask(site, linkOf(number));
    expect(status).toBe(200);
    expect(text).toContain('Hẹn trả 17:00');
    expect(text).not.toContain('Người nộp');
  });

  test('keeps its token when the language changes', async () => {
    const { html } = await ask(site, linkOf(NUMBER));
    const href = /href="([^"]*ngon-ngu=en)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const changed = await site.server.inject(href);
    expect(changed.statusCode).toBe(303);
    const english = await ask(site, String(changed.headers.location), { cookie: 'ngon-ngu=en' });
    expect(english.text).toContain('In progress, on time');
  });
});

test('no key of words stands on a page', async () => {
  const pages = [await ask(site, lookupLink('', linkKey, NUMBER)), await lookUpTyped(site, NUMBER)];
  for (const { html } of pages) expect(textOf(html)).not.toMatch(/\b(portal|ui|calendar)\.[a-z-]+\./);
});

test('a number longer than any is said, what was typed is kept and nothing is looked up', async () => {
  const typed = `${NUMBER}${'9'.repeat(1000)}`;
  const answer = await lookUpTyped(site, typed);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Số hồ sơ dài nhất 60 ký tự');
  expect(answer.html).toContain(`value="${typed}"`);
});

test('a signed link opens by its one text only', async () => {
  const { pathname, search } = new URL(lookupLink('http://here', linkKey, NUMBER));
  expect((await ask(site, pathname + search)).status).toBe(200);
  const last = search.at(-1) ?? '';
  const next = String.fromCharCode(last.charCodeAt(0) + 1);
  for (const wrong of [`${search.slice(0, -1)}${next}`, `${search}%00`, `${search}=`])
    expect((await ask(site, pathname + wrong)).status).toBe(404);
});
