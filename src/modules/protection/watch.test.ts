import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { programOrigin, record } from '#modules/audit/index.ts';
import type { Browser } from '#modules/dossiers/testing-desk.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { acknowledgeAlarm } from './actions/acknowledge-alarm.ts';
import { setAgencyRule } from './actions/set-agency-rule.ts';
import { watchReads } from './actions/watch-reads.ts';
import { countOpenAlarms } from './index.ts';
import { findAgencyRule } from './store/agency-rules.ts';
import { anOfficer, HOME, type OfficerDesk } from './testing.ts';

const db = await testDatabase();
let desk: OfficerDesk;
let officer: Browser;
let agencyId: string;
let number: string;

beforeAll(async () => {
  desk = await anOfficer(db);
  officer = await desk.browser(desk.actors.officer);
  agencyId = desk.actors.officer.posts[0]?.agencyId ?? '';
  number = await desk.accepted();
});

const rowsOf = (html: string) => html.match(/<tr role="row">/g)?.length ?? 0;

describe('who read a dossier', () => {
  test('who, when, in which post, from where, why, newest first; and who was refused', async () => {
    const atCounter = await desk.browser(desk.actors.clerk);
    await atCounter.get(`/lam-viec/ho-so/${number}`);
    await atCounter.get(`/lam-viec/ho-so/${number}/chuyen`);
    await atCounter.post(`/lam-viec/ho-so/${number}/du-so`, {});
    await desk.reads(desk.actors.stranger, number);
    const { body } = await officer.get(`${HOME}/ho-so/${number}`);
    const { clerk, stranger } = desk.actors;
    for (const said of [
      clerk.name,
      clerk.posts[0]?.title,
      '127.0.0.1',
      'mở hồ sơ',
      stranger.name,
      'bị từ chối',
    ])
      expect(body).toContain(said);
    expect(body).toContain('mở trang “Chuyển hồ sơ”');
    expect(body).toContain('xem đủ số giấy tờ');
    expect(body).toContain('Kiểm tra và tiếp nhận');
    expect(body.indexOf('bị từ chối')).toBeLessThan(body.indexOf('Kiểm tra và tiếp nhận'));
  });

  test('pages of the log hold every line exactly once, in order', async () => {
    const much = await desk.accepted();
    for (let n = 0; n < 119; n += 1)
      await record(db.app, {
        ...anOrigin(),
        action: 'dossiers/read',
        accountId: desk.actors.clerk.accountId,
        subject: { kind: 'dossier', id: much },
        result: 'allowed',
      });
    let url: string | undefined = `${HOME}/ho-so/${much}`;
    const counts: number[] = [];
    while (url) {
      const { body }: { body: string } = await officer.get(url);
      counts.push(rowsOf(body) - 1); // the head is a row too
      url = /<a href="([^"]*sau=\d+)" rel="next"/.exec(body)?.[1];
    }
    expect(counts).toEqual([50, 50, 21]); // acceptance, 119 reads, and the officer's own look at the log
    for (const bad of ['x', '-1', '1e9', "1' or 1=1", '9'.repeat(30)])
      expect((await officer.get(`${HOME}/ho-so/${much}?sau=${encodeURIComponent(bad)}`)).statusCode).toBe(
        200,
      );
  });

  test('a dossier of another agency, or none at all, is not found, and the try is logged', async () => {
    for (const name of ['000.00.11.H20-220725-9999', "'--", '%00'])
      expect((await officer.get(`${HOME}/ho-so/${encodeURIComponent(name)}`)).statusCode).toBe(404);
    const { rows } = await sql<{ reason: string; subject_id: string }>`
      select reason, subject_id from audit.entry where action = 'protection/read-log' and result = 'refused'
       order by position desc limit 1`.execute(db.owner);
    expect(rows[0]).toEqual({ reason: 'protection/not-found', subject_id: 'unknown' });
  });
});

test('refused tries: by our people and at our dossiers, also of a number that does not exist', async () => {
  const { stranger } = desk.actors;
  await desk.reads(stranger, number);
  await desk.reads(stranger, '000.00.11.H20-220725-7777');
  await desk.minute();
  const { body } = await officer.get(`${HOME}/bi-tu-choi`);
  expect(body).toContain(stranger.name);
  expect(body).toContain('số không có thật');
  expect(body).toContain(`${HOME}/ho-so/${number}`);
  const before = rowsOf(body);
  await desk.minute();
  expect(rowsOf((await officer.get(`${HOME}/bi-tu-choi`)).body)).toBe(before);
});

describe('an account that reads many strangers’ dossiers', () => {
  let inspector: Actor;
  const numbers: string[] = [];

  beforeAll(async () => {
    for (let n = 0; n < 7; n += 1) numbers.push(await desk.accepted());
    const { officer: person } = desk.actors;
    const posts = person.posts.map((post) => ({ ...post, role: 'inspector' as const }));
    inspector = { ...person, accountId: desk.actors.otherClerk.accountId, posts };
    const rule = { strangers: '5', years: '', paper: '' };
    const press = { actor: person, origin: anOrigin(), agencyId, seen: 0 };
    expect(await setAgencyRule(desk.deps, press, rule)).toEqual({ ok: true, value: null });
  });

  const openAlarms = () => countOpenAlarms(db.app, [agencyId]);

  test('as many as are allowed, and the same ones again, are no alarm; own work never is', async () => {
    for (const one of numbers.slice(0, 5)) await desk.reads(inspector, one);
    for (const one of numbers.slice(0, 5)) await desk.reads(inspector, one);
    for (const one of numbers) await desk.reads(desk.actors.clerk, one);
    await desk.minute();
    expect(await openAlarms()).toBe(0);
  });

  test('one more raises one alarm, also when two workers look at once', async () => {
    for (const one of numbers.slice(5)) await desk.reads(inspector, one);
    await Promise.all([desk.minute(), desk.minute(), watchReads(desk.deps)]);
    expect(await openAlarms()).toBe(1);
    await desk.minute();
    expect(await openAlarms()).toBe(1);
    const home = await officer.get(HOME);
    expect(home.body).toContain('Cảnh báo chưa xử lý: 1');
    expect(home.body).toContain('đã mở 7 hồ sơ ngoài phần việc, ngưỡng 5');
  });

  test('answering people is no alarm: those reads are accounted for by a question', async () => {
    for (const one of numbers)
      await record(db.app, {
        ...programOrigin(anOrigin().legalNow, anOrigin().machineNow),
        action: 'dossiers/read',
        accountId: desk.actors.stranger.accountId,
        subject: { kind: 'dossier', id: one },
        result: 'allowed',
        reason: 'question',
      });
    await desk.minute();
    expect(await openAlarms()).toBe(1);
  });

  test('the officer reads what was read, and closes it once, with what was found', async () => {
    const list = await officer.get(`${HOME}/canh-bao`);
    const url = /href="([^"]*canh-bao\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? '';
    const shown = await officer.get(url);
    for (const one of numbers) expect(shown.body).toContain(one);
    const refused = await officer.post(url, { 'ghi-chu': ' ' });
    expect(refused.statusCode).toBe(422);
    const alarmId = url.split('/').at(-1) ?? '';
    const close = (actor: Actor, note: string) =>
      acknowledgeAlarm(desk.deps, { actor, origin: anOrigin() }, { alarmId, note });
    const own = { ...desk.actors.officer, accountId: desk.actors.otherClerk.accountId };
    expect(await close(own, 'tôi kiểm tra')).toMatchObject({ refusal: { code: 'protection/own-alarm' } });
    const foreign = { ...own, posts: own.posts.map((post) => ({ ...post, agencyId: post.id })) };
    expect(await close(foreign, 'x')).toMatchObject({ refusal: { code: 'protection/not-found' } });
    const second = { ...desk.actors.officer, accountId: desk.actors.clerk.accountId };
    const both = await Promise.all([
      close(desk.actors.officer, 'Đoàn kiểm tra theo kế hoạch 5/KH-UBND'),
      close(second, 'Đã hỏi, có lý do'),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({
      refusal: { code: 'protection/already-acknowledged' },
    });
    expect(await openAlarms()).toBe(0);
    const closed = await officer.get(url);
    expect(closed.body).toMatch(/Đoàn kiểm tra theo kế hoạch 5\/KH-UBND|Đã hỏi, có lý do/);
    expect(closed.body).not.toContain('name="ghi-chu"');
    const { rows } = await sql<{ all: string }>`
      select string_agg(k::text, '|') as all from protection.acknowledgement k`.execute(db.owner);
    expect(rows[0]?.all).not.toMatch(/Đoàn|Đã hỏi/);
    await expect(sql`delete from protection.alarm`.execute(db.app)).rejects.toThrow('permission denied');
  });

  test('hostile addresses lead nowhere', async () => {
    for (const bad of ['canh-bao/x', 'canh-bao/00000000-0000-7000-8000-000000000000', "hoi/'--/ban-sao"])
      expect((await officer.get(`${HOME}/${bad}`)).statusCode).toBe(404);
    expect((await officer.get(`${HOME}/canh-bao?sau=2022-07-25T08:00:00%2B07:00_x`)).statusCode).toBe(200);
    const longest = 'x'.repeat(2001);
    const list = await officer.get(`${HOME}/canh-bao`);
    const url = /href="([^"]*canh-bao\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? '';
    expect((await officer.post(url, { 'ghi-chu': longest })).statusCode).toBeLessThan(500);
  });

  test('a substitute reads what the absent colleague works on: no alarm; on other days it is one', async () => {
    const { stranger, clerk, officer: person } = desk.actors;
    const posts = person.posts.map((post) => ({ ...post, role: 'inspector' as const }));
    const reader = { ...stranger, posts };
    const substituted = (from: string, to: string) =>
      sql`insert into identity.substitute
        (id, post_id, person_id, valid_from, valid_to, reason, recorded_by, recorded_at)
        select gen_random_uuid(), ${clerk.posts[0]?.id}, person_id, ${from}, ${to}, 'Nghỉ phép',
               ${person.accountId}, '2022-07-20T08:00:00+07:00'
          from identity.account where id = ${stranger.accountId}`.execute(db.owner);
    const monday = desk.deps.clock.now();
    await substituted('2022-07-25', '2022-07-26');
    for (const one of numbers) await desk.reads(reader, one, monday);
    await desk.minute();
    expect(await openAlarms()).toBe(0);
    await sql`update identity.substitute set valid_from = '2022-07-26'`.execute(db.owner);
    for (const one of numbers) await desk.reads(reader, one, monday);
    await desk.minute();
    expect(await openAlarms()).toBe(1);
  });
});

describe('the agency’s rules', () => {
  const press = (seen: number, of = agencyId) =>
    ({ actor: desk.actors.officer, origin: anOrigin(), agencyId: of, seen }) as const;

  test('two at once: one holds, the other is told; earlier ones stay', async () => {
    const { version } = await findAgencyRule(db.app, agencyId);
    const both = await Promise.all([
      setAgencyRule(desk.deps, press(version), { strangers: '40', years: '10', paper: '12/QĐ-UBND' }),
      setAgencyRule(desk.deps, press(version), { strangers: '50', years: '', paper: '' }),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({
      refusal: { code: 'protection/changed-meanwhile' },
    });
    expect((await findAgencyRule(db.app, agencyId)).version).toBe(version + 1);
    await expect(
      sql`update protection.agency_rule set strangers_a_day = 1000`.execute(db.app),
    ).rejects.toThrow('permission denied');
  });

  test('a period of a procedure holds before its field’s, is written once and never changed', async () => {
    const url = `${HOME}/quy-dinh/thoi-han`;
    const form = {
      'co-quan': agencyId,
      key: crypto.randomUUID(),
      'linh-vuc': '',
      'thu-tuc': '1.001612',
      'so-nam-rieng': '20',
      'van-ban': '7/QĐ-UBND',
      'tu-ngay': '01/01/2022',
    };
    const wrong = await officer.post(url, { ...form, 'so-nam-rieng': '<wbr>' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('href="#f-so-nam-rieng"');
    expect(wrong.body).toContain('value="&lt;wbr>"');
    expect((await officer.post(url, { ...form, 'thu-tuc': '9.999999' })).statusCode).toBe(422);
    expect((await officer.post(url, form)).statusCode).toBe(303);
    expect((await officer.post(url, form)).statusCode).toBe(303); // pressed twice
    const shown = (await officer.get(`${HOME}/quy-dinh`)).body;
    expect(shown.match(/thủ tục 1\.001612/g)).toHaveLength(1);
    expect(shown).toContain(desk.actors.officer.name);
    const foreign = { ...form, key: crypto.randomUUID(), 'co-quan': desk.actors.clerk.accountId };
    expect((await officer.post(url, foreign)).statusCode).toBe(404);
    const key = crypto.randomUUID();
    await sql`insert into protection.keeping_period
      (id, agency_id, field, years, paper, valid_from, set_by, set_at)
      select ${key}, ${crypto.randomUUID()}, 'Hộ tịch', 5, 'x', valid_from, set_by, set_at
        from protection.keeping_period limit 1`.execute(db.owner);
    expect((await officer.post(url, { ...form, key, 'thu-tuc': '1.001266' })).statusCode).toBe(404);
    await expect(sql`update protection.keeping_period set years = 1`.execute(db.app)).rejects.toThrow(
      'permission denied',
    );
  });

  test('by its form; what is wrong stands beside its field; no other agency’s', async () => {
    const shown = await officer.get(`${HOME}/quy-dinh`);
    const { version } = await findAgencyRule(db.app, agencyId);
    expect(shown.body).toContain(`name="ban" value="${version}"`);
    const form = {
      'co-quan': agencyId,
      ban: String(version),
      nguong: '45',
      'so-nam': '5',
      'quyet-dinh': '3/QĐ-UBND',
    };
    const wrong = await officer.post(`${HOME}/quy-dinh`, { ...form, nguong: '1;drop' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="1;drop"');
    const done = await officer.post(`${HOME}/quy-dinh`, form);
    expect(done.statusCode).toBe(303);
    expect((await officer.get(String(done.headers.location))).body).toContain('Đã ghi quy định');
    const foreign = await officer.post(`${HOME}/quy-dinh`, {
      ...form,
      'co-quan': desk.actors.clerk.accountId,
    });
    expect(foreign.statusCode).toBe(404);
  });
});

test('nobody else opens these pages', async () => {
  const atCounter = await desk.browser(desk.actors.clerk);
  for (const path of ['', '/hoi', '/bi-tu-choi', '/canh-bao', '/quy-dinh', `/ho-so/${number}`])
    expect((await atCounter.get(`${HOME}${path}`)).statusCode).toBe(403);
});
