import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { loadGround, loadOrganisations, type PortalSite, portalSite } from './testing.ts';
import { ask, textOf } from './testing-browser.ts';

const db = await testDatabase();
const NOW = instant('2022-07-28T08:12');
let site: PortalSite;

beforeAll(async () => {
  await loadGround(db.owner);
  await loadOrganisations(db.owner, NOW);
  site = await portalSite(db.app, NOW);
});

describe('home', () => {
  test('says who is open until when, where, and what can be done', async () => {
    const { text } = await ask(site, '/');
    expect(text).toContain('UBND huyện Châu Thành');
    expect(text).toContain('Đang mở cửa, đến 11:30');
    expect(text).toContain('Mô hình chính quyền ba cấp, đến 30/06/2025');
    expect(text).toContain('Quốc lộ 80');
    for (const event of ['Sinh con', 'Kết hôn', 'Đi học', 'Cần giấy tờ']) expect(text).toContain(event);
    expect(text).toMatch(/Thứ Hai – thứ Sáu\s*07:00–11:30\s*13:30–17:00/);
    expect(text).toContain('Chọn nơi khác: 12 bộ phận một cửa');
  });

  test('tells the days off that come', async () => {
    const late = await portalSite(db.app, instant('2022-08-28T18:00'));
    const { text } = await ask(late, '/');
    expect(text).toContain('Từ thứ Năm, 01/09/2022 đến 02/09/2022 nghỉ Quốc khánh.');
    expect(text).toContain('Đang đóng cửa. Mở lại lúc 07:00 thứ Hai, 29/08/2022');
  });

  test('another office can be chosen, and is remembered', async () => {
    const { html } = await ask(site, '/');
    const href = /href="(\/\?noi=[^"]+)"/.exec(html)?.[1] ?? '';
    const chosen = await site.server.inject(href.replace('#dia-chi', ''));
    const cookie = String([chosen.headers['set-cookie']].flat().find((one) => one?.startsWith('noi=')));
    expect(cookie).toMatch(/^noi=CT-/);
    const again = await ask(site, '/', { cookie: cookie.split(';')[0] ?? '' });
    expect(again.text).toMatch(/UBND (xã|thị trấn)/);
    expect((await ask(site, '/?noi=nowhere')).text).toContain('UBND huyện Châu Thành');
  });

  test('today the three communes are in force, the district is not', async () => {
    const today = await portalSite(db.app, instant('2026-11-25T08:12'));
    const { text } = await ask(today, '/');
    expect(text).toContain('Mô hình chính quyền hai cấp, từ 01/07/2025');
    expect(text).toContain('Chọn nơi khác: 2 bộ phận một cửa');
    expect(text).toContain('tỉnh Đồng Tháp');
    expect(text).not.toContain('huyện Châu Thành');
  });

  test('before any organisation is loaded it says so', async () => {
    const early = await portalSite(db.app, instant('2017-07-28T08:12'));
    for (const url of ['/', '/tra-cuu', '/thu-tuc/1.001193'])
      expect((await ask(early, url)).text).toContain('Chưa có cơ quan nào mở cửa');
  });

  test('is whole in English', async () => {
    const { html, text } = await ask(site, '/', { cookie: 'ngon-ngu=en' });
    expect(html).toContain('<html lang="en"');
    expect(text).toContain('Open until 11:30');
    expect(text).not.toMatch(/portal\.|calendar\./);
  });
});

describe('procedures', () => {
  test('are found without diacritics, on a page and while typing', async () => {
    expect((await ask(site, '/thu-tuc?q=kha+sinh')).text).toContain('Đăng ký khai sinh');
    const long = await ask(site, `/thu-tuc?q=${'khai sinh '.repeat(30)}`);
    expect([long.status, long.text.includes('dài quá 200 ký tự')]).toEqual([422, true]);
    expect(long.html.includes(`value="${'khai sinh '.repeat(30).trim()}"`)).toBe(true);
    expect((await ask(site, '/thu-tuc?q=a&q=kha+sinh')).text).toContain('Đăng ký khai sinh');
    const hits = await site.server.inject('/thu-tuc.json?q=kha+sinh');
    expect(hits.json().items[0]).toMatchObject({ label: 'Đăng ký khai sinh', href: '/thu-tuc/1.001193' });
  });

  test('a shorter limit that this agency promises is said, from its day on and for nobody else', async () => {
    const code = '1.001612';
    await sql`insert into catalogue.commitment
        (id, agency_id, procedure_code, value, unit, decision_number, decision_date, decision_body, valid_from, set_by,
         set_by_name, set_at)
      select gen_random_uuid(), id, ${code}, 1, 'ngay_lam_viec', '15/QĐ-UBND', '2022-07-01', 'UBND huyện Châu Thành',
             '2022-07-28', gen_random_uuid(), 'Lê Ngọc Châu', now()
        from identity.office where code = 'CT'`.execute(db.owner);
    const said =
      'Cơ quan này cam kết 1 ngày làm việc, theo 15/QĐ-UBND ngày 01/07/2022 của UBND huyện Châu Thành.';
    const today = (await ask(site, `/thu-tuc/${code}`)).text;
    expect(today).toContain('3 ngày làm việc');
    expect(today).toContain(said);
    const before = await portalSite(db.app, instant('2022-07-27T08:12'));
    expect((await ask(before, `/thu-tuc/${code}`)).text).not.toContain('cam kết');
    expect((await ask(site, '/thu-tuc/1.001193')).text).not.toContain('cam kết');
  });

  test('of a life event stand together', async () => {
    const { text, html } = await ask(site, '/thu-tuc?viec=sinh-con');
    expect(text).toContain('Sinh con');
    expect(html).toContain('/thu-tuc/1.001193?viec=sinh-con');
  });

  test.each(['<script>alert(1)</script>', "'; drop table x; --", '%00', '‮abc', 'x'.repeat(5000), ''])(
    'hostile words are only words: %#',
    async (typed) => {
      const { html, status } = await ask(site, `/thu-tuc?q=${encodeURIComponent(typed)}`);
      expect(status).toBe(typed.length > 200 ? 422 : 200);
      expect(html).not.toContain('<script>alert');
    },
  );

  test.each(['%', '%25%25%25', '_', '%3F', 'x%C3%A3%20%', '%E1%BA'])(
    'signs alone find nothing, in words, also where the address is broken: ?q=%s',
    async (q) => {
      const { text, status } = await ask(site, `/thu-tuc?q=${q}`);
      expect(status).toBe(200);
      expect(text).toMatch(/Không thấy thủ tục nào có/);
      expect((await site.server.inject(`/thu-tuc.json?q=${q}`)).statusCode).toBe(200);
    },
  );

  test('a page says what to bring, how long, how much and where else to go', async () => {
    const { text } = await ask(site, '/thu-tuc/1.001193');
    expect(text).toContain('Giấy chứng sinh');
    expect(text).toContain('Biên bản về việc trẻ bị bỏ rơi (1 bản chính)');
    expect(text).toContain('Trong ngày');
    expect(text).toContain('8.000\u00a0đ / bản sao trích lục');
    expect(text).toContain('Bộ phận Tiếp nhận và Trả kết quả của UBND cấp xã');
  });

  test('what nobody has checked is not told to citizens', async () => {
    const { text } = await ask(site, `/thu-tuc/${await codeOf('code_checked_detail_unverified')}`);
    expect(text).toContain('đang được rà soát');
    expect(text).toContain('Danh sách giấy tờ chưa được công bố ở đây');
  });

  async function codeOf(confidence: string): Promise<string> {
    const row = await db.app
      .selectFrom('catalogue.procedure_version')
      .select('code')
      .where('confidence', '=', confidence)
      .where(sql<boolean>`cardinality(levels_2018) > 0 and valid_from is null and valid_to is null`)
      .executeTakeFirstOrThrow();
    return row.code;
  }

  test('every procedure in force has a page', async () => {
    const rows = await db.app.selectFrom('catalogue.procedure_version').select('code').execute();
    for (const { code } of rows) {
      const { status, text } = await ask(site, `/thu-tuc/${code}`);
      expect([200, 404]).toContain(status);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/);
    }
  });

  test('notes and fees that nobody has checked stand on no page', async () => {
    const rows = await db.app
      .selectFrom('catalogue.procedure_version')
      .select(['code', 'note', 'unverified'])
      .where(sql<boolean>`'note' = any(unverified) and note is not null`)
      .execute();
    for (const { code, note } of rows)
      expect((await ask(site, `/thu-tuc/${code}`)).text).not.toContain(String(note).slice(0, 40));
  });

  test('an unknown one is not found', async () => {
    for (const code of ['9.999999', '%3Cscript%3E', 'x'.repeat(200)])
      expect((await ask(site, `/thu-tuc/${code}`)).status).toBe(404);
  });
});

test('pages read as text carry no key of words', async () => {
  for (const url of ['/', '/thu-tuc', '/thu-tuc/1.001193', '/tra-cuu'])
    expect(textOf((await ask(site, url)).html)).not.toMatch(/\b(portal|ui|calendar|catalogue)\.[a-z-]+\./);
});
