import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { insertDossiers } from '#modules/dossiers/testing-rows.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { aDesk, type Browser, type Desk } from '../dossiers/testing-desk.ts';
import { reportRoutes, reports, TIMELINESS_PATH } from './index.ts';
import { type Classed, classOf } from './rules/class-of-dossier.ts';
import { sumUp } from './rules/timeliness.ts';
import { countTimeliness } from './store/timeliness.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const db = await testDatabase();
const random = createRandom();
const uuid = () => random.uuid(0);
const now = instant('2022-07-25T08:00:00');
const [district, commune, elsewhere] = [uuid(), uuid(), uuid()];

interface Row {
  readonly agencyId: string;
  readonly channel: string;
  readonly field: string;
  readonly state: string;
  readonly limitUnit: Classed['limitUnit'];
  readonly receivedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly training: boolean;
}

const moment = fc
  .integer({ min: 0, max: 60 * 24 * 20 })
  .map((minute) => instantOfMs(msOfInstant(instant('2022-07-10T00:00')) + minute * 60_000));
const someRow: fc.Arbitrary<Row> = fc
  .record({
    agencyId: fc.constantFrom(district, commune, elsewhere),
    channel: fc.constantFrom('online', 'direct', 'post', 'home'),
    field: fc.constantFrom('Hộ tịch', 'Chứng thực'),
    state: fc.constantFrom('in-progress', 'awaiting-supplement', 'decided', 'withdrawn', 'not-accepted'),
    limitUnit: fc.constantFrom('gio', 'ngay_lam_viec', null),
    receivedAt: fc.option(moment),
    dueAt: fc.option(moment),
    ended: moment,
    training: fc.boolean(),
  })
  .map(({ ended, ...row }) => ({
    ...row,
    endedAt: ['in-progress', 'awaiting-supplement'].includes(row.state) ? null : ended,
  }));

const columnsOf = (row: Row) => ({
  ...{ id: uuid(), reference: row.training ? `THU-${uuid()}` : uuid(), regime: '2018', task: 'none' },
  ...{ agency_id: row.agencyId, intake_office_id: uuid(), return_office_id: uuid(), state: row.state },
  ...{ procedure_version_id: uuid(), procedure_code: '1.001612', procedure_name: 'x', field: row.field },
  ...{ channel: row.channel, return_method: 'counter', clock: 'running', training: row.training },
  ...{ limit_unit: row.limitUnit, received_at: row.receivedAt, due_at: row.dueAt, ended_at: row.endedAt },
  ...{ updated_at: now, head_seq: 0, head_hash: Buffer.alloc(32) },
});

const agency = (name: string) => `Ủy ban nhân dân ${name}`;
/** The leader of the district, a clerk there, the leader of a commune. */
async function people(desk: Desk): Promise<readonly [Browser, Browser, Browser]> {
  const leadership = desk.office('Lãnh đạo Ủy ban nhân dân huyện Châu Thành');
  const oneStop = desk.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
  const ofCommune = desk.office('Lãnh đạo Ủy ban nhân dân xã Phú Hựu');
  return [
    await desk.browser(await desk.actorOf(leadership, 'signing-leader')),
    await desk.browser(await desk.actorOf(oneStop, 'reception-officer')),
    await desk.browser(await desk.actorOf(ofCommune, 'signing-leader')),
  ];
}

afterEach(async () => {
  await db.owner.deleteFrom('dossiers.dossier').execute();
});

const asked = { agencyIds: [district, commune], from: civilDate('2022-07-12'), to: civilDate('2022-07-20') };

test('counts in the database are those of the rule, of the agencies and days asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someRow, { maxLength: 40 }), async (rows) => {
      await db.owner.deleteFrom('dossiers.dossier').execute();
      await insertDossiers(db.app, rows.map(columnsOf));
      const counted = await countTimeliness(db.app, asked, now);
      const day = (at: Instant | null) => at?.slice(0, 10) ?? '';
      const expected = rows.filter(
        (row) =>
          !row.training &&
          row.state !== 'not-accepted' &&
          asked.agencyIds.includes(row.agencyId) &&
          day(row.receivedAt) >= asked.from &&
          day(row.receivedAt) <= asked.to,
      );
      const found = counted.flatMap((one) =>
        Array.from(
          { length: one.count },
          () => `${one.agencyId} ${one.channel} ${one.isCertified} ${one.class}`,
        ),
      );
      const isCertified = (row: Row) => row.field === 'Chứng thực';
      const wanted = expected.map(
        (row) => `${row.agencyId} ${row.channel} ${isCertified(row)} ${classOf(row, now)}`,
      );
      expect(found.sort()).toEqual(wanted.sort());
      expect(sumUp(counted).received).toBe(expected.length);
    }),
    { numRuns: 40 },
  );
});

test('a district reads its own figures and those of its communes; the page says them in words', async () => {
  const desk = await aDesk(db, {
    routes: (deps) => reportRoutes({ ...deps, renderer: deps.papers.renderer, reports }),
    words: { reports: { vi, en } },
  });
  const [leader, clerk, foreign] = await people(desk);
  const agencies = await db.app
    .selectFrom('identity.office')
    .where('kind', '=', 'agency')
    .selectAll()
    .execute();
  const idOf = (name: string) => agencies.find((one) => one.name === name)?.id ?? '';
  const row: Row = {
    ...{ agencyId: idOf(agency('huyện Châu Thành')), channel: 'online', state: 'decided', field: 'x' },
    ...{ limitUnit: 'ngay_lam_viec', training: false, receivedAt: instant('2022-07-11T08:00') },
    ...{ dueAt: instant('2022-07-14T17:00'), endedAt: instant('2022-07-13T10:00') },
  };
  const late = { ...row, endedAt: instant('2022-07-15T07:00'), channel: 'direct' };
  const certified = { ...row, channel: 'direct', field: 'Chứng thực' };
  const ofCommune = { ...row, agencyId: idOf(agency('xã Phú Hựu')), channel: 'post' };
  await insertDossiers(db.app, [row, late, ofCommune, certified].map(columnsOf));

  const page = await leader.get(TIMELINESS_PATH);
  expect(page.statusCode).toBe(200);
  const words = page.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(words).toContain('đã tiếp nhận 3 hồ sơ: 1 trực tuyến, 1 trực tiếp, 1 bưu chính công ích.');
  expect(words).toContain('2 hồ sơ (66,6 %) có kết quả trước hạn hoặc đúng hạn, 1 hồ sơ quá hạn.');
  expect(words).toContain('UBND xã Phú Hựu');
  expect(words).toContain(
    'Ngoài ra đã tiếp nhận 1 yêu cầu chứng thực, 1 yêu cầu đã xong, 0 yêu cầu quá hạn.',
  );
  expect((await foreign.get(TIMELINESS_PATH)).body).toContain('đã tiếp nhận 1 hồ sơ');
  expect((await clerk.get(TIMELINESS_PATH)).statusCode).toBe(403);
});

test('days that cannot be read or go backwards: a sentence, and what was typed stands', async () => {
  const desk = await aDesk(db, {
    routes: (deps) => reportRoutes({ ...deps, renderer: deps.papers.renderer, reports }),
    words: { reports: { vi, en } },
  });
  const [leader] = await people(desk);
  const wrong = await leader.get(`${TIMELINESS_PATH}?tu=31%2F02%2F2022&den=x`);
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('value="31/02/2022"');
  const backwards = await leader.get(`${TIMELINESS_PATH}?tu=20/07/2022&den=19/07/2022`);
  expect(backwards.body).toContain('Ngày bắt đầu ở sau ngày kết thúc');
  expect((await leader.get(`${TIMELINESS_PATH}?tu=20/07/2022&den=20/07/2022`)).statusCode).toBe(200);
});
