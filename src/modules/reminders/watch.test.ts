import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { recomputeAfterCalendar } from '#modules/dossiers/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aWatchedDesk, type WatchedDesk } from './testing.ts';

const db = await testDatabase();
let desk: WatchedDesk;
beforeAll(async () => {
  desk = await aWatchedDesk(db);
});
afterEach(async () => {
  desk.setClock('2022-07-25T08:00:00');
  for (const table of ['reminders.finding', 'reminders.reminder', 'identity.substitute', 'identity.absence'])
    await sql`delete from ${sql.table(table)}`.execute(db.owner);
  await sql`update dossiers.dossier set state = 'withdrawn', task = 'none'`.execute(db.owner);
  await sql`update dossiers.due set clock = 'ended'`.execute(db.owner);
});

const whomOf = async (rule: string) =>
  (await desk.told()).filter((one) => one.rule === rule).map(({ whom, accountId }) => `${whom} ${accountId}`);

describe('the job', () => {
  test('tells the counter in the last hour, the head at closing time, nobody twice; forwarded it is over', async () => {
    const { clerk, head, specialist } = desk.actors;
    const number = await desk.accepted();
    desk.setClock('2022-07-25T15:59:00');
    expect(await desk.watch()).toEqual({ found: 0, told: 0 });
    desk.setClock('2022-07-25T16:00:00');
    expect((await desk.watch()).found).toBe(1);
    expect(await whomOf('forward')).toContain(`holder ${clerk.accountId}`);
    expect(await desk.watch()).toMatchObject({ told: 0 });

    const counter = await desk.browser(clerk);
    const mine = (await counter.get('/lam-viec/nhac-viec')).body;
    expect(mine).toContain('Chuyển hồ sơ đến đơn vị giải quyết');
    expect(mine).toContain(`/lam-viec/ho-so/${number}`);
    expect(mine).toContain('còn 1 giờ');
    expect((await counter.get('/lam-viec')).body).toContain('1 nhắc việc, 0 đã quá mốc');

    desk.setClock('2022-07-25T17:01:00');
    await desk.watch();
    expect((await desk.told()).filter(({ accountId }) => accountId === head.accountId)).toMatchObject([
      { occasion: 'near 2022-07-25T17:00' },
      { occasion: 'broken 2022-07-25T17:00' },
    ]);
    const overview = (await (await desk.browser(head)).get('/lam-viec/nhac-viec/vi-pham')).body;
    expect(overview).toContain('Chuyển ngay hồ sơ đến đơn vị giải quyết');
    expect((await (await desk.browser(specialist)).get('/lam-viec/nhac-viec')).body).not.toContain(number);

    await desk.press(counter, number, 'chuyen');
    // gone from the pages with the press, not with the next look
    expect((await counter.get('/lam-viec/nhac-viec')).body).toContain('Hiện không có gì phải nhắc ông/bà');
    expect((await desk.watch()).found).toBe(0);
    expect(await db.owner.selectFrom('reminders.finding').selectAll().execute()).toEqual([]);
  });

  test('two at the same time tell nobody twice', async () => {
    await desk.accepted();
    await desk.accepted();
    desk.setClock('2022-07-25T17:01:00');
    const looks = await Promise.all([desk.watch(), desk.watch(), desk.watch()]);
    const told = await desk.told();
    expect(told.length).toBeGreaterThan(2);
    expect(looks.reduce((sum, look) => sum + look.told, 0)).toBe(told.length);
    expect(await db.owner.selectFrom('reminders.finding').selectAll().execute()).toHaveLength(2);
    expect(await desk.watch()).toMatchObject({ found: 2, told: 0 });
  });

  test('a training dossier is never reminded of', async () => {
    await desk.accepted(true);
    desk.setClock('2022-08-25T17:01:00');
    expect(await desk.watch()).toEqual({ found: 0, told: 0 });
  });

  test('who is away is not told: their substitute is, and reads for whom; without one the leader', async () => {
    const { specialist, unitLeader } = desk.actors;
    const { agencyId } = desk.office('Phòng Tài chính - Kế hoạch');
    expect(agencyId).toBeTruthy();
    await desk.inWork();
    const away = await personAndPost(specialist.accountId);
    const uuid = () => desk.deps.random.uuid(desk.deps.machineMs());
    await sql`insert into identity.absence (id, person_id, valid_from, valid_to, reason, recorded_by, recorded_at)
      values (${uuid()}, ${away.personId}, '2022-07-26', '2022-08-05', 'leave', ${specialist.accountId}, now())`.execute(
      db.owner,
    );
    desk.setClock('2022-07-29T08:00:00');
    await desk.watch();
    expect(await whomOf('still')).toEqual([`leader ${unitLeader.accountId}`]);
    const other = await desk.actorOf(desk.office('Phòng Tư pháp'), 'specialist');
    await sql`insert into identity.substitute (id, post_id, person_id, valid_from, valid_to, reason, recorded_by, recorded_at)
      values (${uuid()}, ${away.postId}, ${(await personAndPost(other.accountId)).personId}, '2022-07-26', '2022-08-05', 'nghỉ phép', ${specialist.accountId}, now())`.execute(
      db.owner,
    );
    await desk.watch();
    expect(await whomOf('still')).toContain(`holder ${other.accountId}`);
    const page = (await (await desk.browser(other)).get('/lam-viec/nhac-viec')).body;
    expect(page).toContain(`thay cho ${specialist.name} đang vắng`);
  });

  test('an opinion is told to the office that was asked; a late request for papers stays with the head', async () => {
    const { clerk, specialist, head } = desk.actors;
    const number = await desk.inWork();
    const asker = await desk.browser(specialist);
    const justice = desk.office('Phòng Tư pháp');
    const asked = { officeId: justice.id, question: 'Có tranh chấp không?', answerBy: '26/07/2022' };
    await desk.press(asker, number, 'hoi-y-kien', asked);
    desk.setClock('2022-07-26T08:00:00');
    await desk.watch();
    const judges = (await whomOf('opinion')).map((one) => one.split(' ')[1]);
    expect(judges.length).toBeGreaterThan(0);
    expect(judges).not.toContain(specialist.accountId);
    desk.setClock('2022-08-02T08:00:00');
    const papers = { 'item.0.name': 'Hợp đồng', 'item.0.what': 'bản chính', reason: 'thiếu' };
    await desk.press(asker, number, 'bo-sung', papers);
    await desk.watch();
    const broken = (await (await desk.browser(head)).get('/lam-viec/nhac-viec/vi-pham?quy-tac=supplement'))
      .body;
    expect(broken).toContain(number);
    expect(broken).toContain('Yêu cầu bổ sung đã muộn');
    expect((await (await desk.browser(clerk)).get('/lam-viec/nhac-viec/vi-pham')).statusCode).toBe(403);
  });
});

async function personAndPost(accountId: string): Promise<{ personId: string; postId: string }> {
  const { rows } = await sql<{ personId: string; postId: string }>`
    select a.person_id as "personId", p.id as "postId" from identity.account a join identity.post p on p.person_id = a.person_id
     where a.id = ${accountId} limit 1`.execute(db.owner);
  const [found] = rows;
  if (!found) throw new Error('nobody');
  return found;
}

describe('what stands still', () => {
  const storm = { from: '2022-07-26', to: '2022-07-26', officeId: null };
  const recompute = () =>
    recomputeAfterCalendar(desk.deps).run({ payload: storm }, { jobId: '1', attempt: 1 });
  const stillIn = async () => (await whomOf('still')).length > 0;
  const movedAt = async (number: string) => {
    const { rows } = await sql<{ moved: string; updated: string }>`
      select moved_at as moved, updated_at as updated from dossiers.dossier join dossiers.due using (id) where number = ${number}`.execute(
      db.app,
    );
    return rows[0];
  };

  test('a change of the calendar moves its date and no dossier: it stands still as before', async () => {
    const number = await desk.inWork();
    await sql`insert into calendar.day (date, kind, name, checked) values ('2022-07-26', 'holiday', 'Bão', true)`.execute(
      db.owner,
    );
    desk.setClock('2022-07-28T08:00:00');
    await recompute();
    expect(await movedAt(number)).toMatchObject({
      moved: '2022-07-25T08:00:00+07:00',
      updated: '2022-07-28T08:00:00+07:00',
    });
    await sql`delete from calendar.day where name = 'Bão'`.execute(db.owner);
    desk.setClock('2022-07-28T08:01:00'); // 24 office hours after the last press
    await desk.watch();
    expect(await stillIn()).toBe(true);
  });

  test('by the hours of the office that holds it', async () => {
    const section = desk.office('Phòng Tài chính - Kế hoạch').id;
    await desk.inWork();
    await sql`insert into calendar.office_hours (office_id, spans, valid_from) values
      (${section}::uuid, '[["07:00", "11:00"]]', '2022-07-26')`.execute(db.owner);
    desk.setClock('2022-07-28T08:01:00'); // 24 hours of the one-stop, 16 of the section
    await desk.watch();
    expect(await stillIn()).toBe(false);
    desk.setClock('2022-08-02T07:30:00');
    await desk.watch();
    expect(await stillIn()).toBe(true);
    await sql`delete from calendar.office_hours where office_id = ${section}::uuid`.execute(db.owner);
  });
});

test('after how many hours it stands still: the head of the one-stop decides, for their own agency only', async () => {
  const { head, clerk } = desk.actors;
  const number = await desk.inWork();
  const at = '/lam-viec/nhac-viec/dung-yen';
  const browser = await desk.browser(head);
  const page = (await browser.get('/lam-viec/nhac-viec/vi-pham')).body;
  const agency = /name="agency" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const key = () => desk.deps.random.uuid(desk.deps.machineMs());
  expect((await browser.post(at, { key: key(), agency, hours: 'nhiều' })).statusCode).toBe(422);
  expect((await browser.post(at, { key: key(), agency: key(), hours: '8' })).statusCode).not.toBe(303);
  expect((await (await desk.browser(clerk)).post(at, { key: key(), agency, hours: '8' })).statusCode).toBe(
    403,
  );
  desk.setClock('2022-07-26T08:01:00');
  expect((await desk.watch()).found).toBe(0);
  const set = { key: key(), agency, hours: '8' };
  for (const _ of [1, 2]) expect((await browser.post(at, set)).statusCode).toBe(303);
  await desk.watch();
  expect((await browser.get('/lam-viec/nhac-viec/vi-pham?quy-tac=still')).body).toContain(number);
  expect(await db.owner.selectFrom('reminders.still_hours').selectAll().execute()).toHaveLength(1);
});

describe('late without apology', () => {
  const none = 'Không có hồ sơ nào quá hạn mà chưa xin lỗi';
  const list = '/lam-viec/nhac-viec/chua-xin-loi';

  test('empty in a good office; near, late, then the drafted apology is signed as it stands and it is empty again', async () => {
    const { chairman, specialist, head } = desk.actors;
    const leader = await desk.browser(chairman);
    expect((await leader.get(list)).body).toContain(none);
    expect((await leader.get('/lam-viec')).body).toContain('Không có hồ sơ nào trễ hạn chưa xin lỗi');
    const number = await desk.inWork();
    const { rows } = await sql<{ due: string }>`
      select due_at::date::text as due from dossiers.dossier join dossiers.due using (id) where number = ${number}`.execute(
      db.owner,
    );
    expect(rows[0]?.due).toBe('2022-07-28');
    desk.setClock('2022-07-27T10:00:00');
    await desk.watch();
    const near = (await leader.get(list)).body;
    expect(near).toContain(none);
    expect(near).toContain(number);
    desk.setClock('2022-07-29T09:00:00');
    await desk.watch();
    const late = (await leader.get(list)).body;
    expect(late).not.toContain(none);
    expect(late).toContain(`/lam-viec/ho-so/${number}/hen-lai`);
    expect(late).not.toContain('Duyên');
    expect((await leader.get('/lam-viec')).body).toContain('1 hồ sơ trễ hạn chưa xin lỗi');
    expect((await (await desk.browser(head)).get(list)).body).toContain(number);
    expect((await (await desk.browser(specialist)).get(list)).statusCode).toBe(403);

    const form = (await leader.get(`/lam-viec/ho-so/${number}/hen-lai`)).body;
    expect(form).toContain('mẫu số 04, TT 01/2018/TT-VPCP');
    const reason = /<textarea[^>]*name="reason"[^>]*>([^<]*)</.exec(form)?.[1] ?? '';
    expect(reason).toContain('Phòng Tài chính - Kế hoạch');
    expect(reason).not.toContain(specialist.name);
    await desk.press(leader, number, 'hen-lai', { reason });
    expect((await leader.get(list)).body).toContain(none);
    const { rows: after } = await sql<{ at: string }>`
      select appointed_at::text as at from dossiers.dossier join dossiers.due using (id) where number = ${number}`.execute(
      db.owner,
    );
    expect(after[0]?.at).toMatch(/^2022-08-0\d 17:00/);
    await desk.watch();
    expect((await leader.get(list)).body).toContain(none);

    desk.setClock('2022-08-11T09:00:00'); // and that date goes by too
    await desk.watch();
    for (const who of [leader, await desk.browser(head)]) {
      const passed = (await who.get('/lam-viec/nhac-viec/vi-pham')).body;
      expect(passed).toContain(number);
      expect(passed).toContain('ngày hẹn lại đã qua và không được hẹn lần nữa');
    }
  });
});
