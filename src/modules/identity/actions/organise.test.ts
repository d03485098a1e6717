import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { programOrigin } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import {
  findLeadership,
  findOneStopOf,
  findSection,
  getOffice,
  listOfficesInForce,
} from '../store/offices.ts';
import { listPeopleOfOffice } from '../store/posts.ts';
import { anOrganisation, LEGAL_DAY, LEGAL_NOW, loadOrganisation, originAt, testDeps } from '../testing.ts';
import { createFirstAdministrator } from './create-first-administrator.ts';
import { giveNewLink } from './give-new-link.ts';
import { listDemoSignIns } from './list-demo-sign-ins.ts';
import { signIn } from './sign-in.ts';
import { useLink } from './use-link.ts';

const { app, owner } = await testDatabase();
const demo = testDeps(app, 'demo');
const real = testDeps(app, 'real');
const now = instant('2026-11-24T08:00:00');
const NEW_PASSWORD = 'Sen-hong-2026!';

beforeEach(async () => {
  await sql`truncate identity.account, identity.sign_in_try, identity.post, identity.person, identity.office cascade`.execute(
    owner,
  );
});

const take = (path: string | undefined, newPassword = NEW_PASSWORD, at = now) =>
  useLink(real, { token: path?.replace('/moi/', '') ?? '', newPassword, origin: originAt(at) });

test('a dry run writes nothing and finds nothing wrong with a right file', async () => {
  const result = await loadOrganisation(real, anOrganisation(), now, true);
  expect(result).toEqual({
    doubts: [],
    loaded: false,
    added: { offices: 4, people: 4, posts: 0 },
    links: [],
  });
  expect(await listOfficesInForce(app, LEGAL_DAY)).toEqual([]);
});

test('offices and people are found by legal date', async () => {
  await loadOrganisation(demo, anOrganisation(), now);
  const [agency] = await listOfficesInForce(app, LEGAL_DAY);
  if (!agency) throw new Error('no agency');
  expect(agency).toMatchObject({
    kind: 'agency',
    agencyCode: '000.07.16.H20',
    agencyId: agency.id,
    level: 'xa',
  });
  const oneStop = await findOneStopOf(app, agency.id, LEGAL_DAY);
  expect(oneStop).toMatchObject({ agencyId: agency.id, name: 'Bộ phận Một cửa' });
  expect(await findSection(app, agency.id, 'tu-phap', LEGAL_DAY)).toMatchObject({ kind: 'section' });
  const leadership = await findLeadership(app, agency.id, LEGAL_DAY);
  expect(await listPeopleOfOffice(app, leadership?.id ?? '', LEGAL_DAY)).toMatchObject([
    { name: 'Lê Văn Hùng', role: 'signing-leader', title: 'Chủ tịch' },
  ]);
  const later = civilDate('2025-07-01');
  expect(await listOfficesInForce(app, later)).toEqual([]);
  expect(await findOneStopOf(app, agency.id, later)).toBeUndefined();
  expect(await getOffice(app, oneStop?.id ?? '')).toMatchObject({ validTo: '2025-06-30' });
});

test('loading twice adds nothing; a changed file ends a post and renames', async () => {
  await loadOrganisation(demo, anOrganisation(), now);
  const before = await sql`select * from identity.post order by key`.execute(app);
  const again = await loadOrganisation(demo, anOrganisation(), now);
  expect(again).toMatchObject({ loaded: true, added: { offices: 0, people: 0, posts: 0 }, links: [] });
  expect((await sql`select * from identity.post order by key`.execute(app)).rows).toEqual(before.rows);
  const changed = JSON.parse(JSON.stringify(anOrganisation()));
  changed.agencies[0].people[0].posts[0].to = '2022-01-01';
  await loadOrganisation(demo, changed, now);
  const [agency] = await listOfficesInForce(app, LEGAL_DAY);
  const oneStop = await findOneStopOf(app, agency?.id ?? '', LEGAL_DAY);
  const people = await listPeopleOfOffice(app, oneStop?.id ?? '', LEGAL_DAY);
  expect(people.map((person) => person.role)).toEqual(['system-administrator', 'result-clerk']);
});

test('doubts are named; an error keeps the whole file out', async () => {
  await loadOrganisation(real, anOrganisation(), now);
  const file = JSON.parse(JSON.stringify(anOrganisation()));
  file.agencies[0].key = 'phu-huu-moi';
  file.agencies[0].code = 'PHUHUUMOI';
  file.agencies[0].place.code = '99999';
  file.agencies[0].agencyCodeIsExample = true;
  file.agencies[0].people[0].key = 'nguoi-khac';
  file.agencies[0].people[1].account = 'ten.moi';
  file.agencies[0].people[2].posts.push(file.agencies[0].people[2].posts[0]);
  file.agencies[0].people[2].posts[0].from = '2026-01-01';
  file.agencies[0].leadership.key = 'lanh-dao-moi';
  const result = await loadOrganisation(real, file, now);
  expect(result.loaded).toBe(false);
  expect(result.doubts.map((doubt) => `${doubt.severity} ${doubt.code}`)).toEqual([
    'error unknown-place',
    'error agency-code-taken',
    'error example-code',
    'error account-taken',
    'error account-renamed',
    'error posts-overlap',
    'warning post-outside-organisation',
    'warning post-outside-organisation',
    'warning person-without-post',
    'warning leadership-empty',
  ]);
  expect(await listOfficesInForce(app, LEGAL_DAY)).toHaveLength(4);
});

test('posts missing in the file are named, not ended', async () => {
  await loadOrganisation(demo, anOrganisation(), now);
  const file = JSON.parse(JSON.stringify(anOrganisation()));
  file.agencies[0].people.pop();
  const result = await loadOrganisation(demo, file, now);
  expect(result.doubts).toMatchObject([{ severity: 'warning', code: 'post-not-in-file' }]);
});

test('a demo has known sign-ins with codes that are taken now; a real one has none', async () => {
  await loadOrganisation(demo, anOrganisation(), now);
  const moment = { legalNow: LEGAL_NOW, machineNow: now };
  const list = await listDemoSignIns(demo, moment);
  expect(list.map((one) => [one.account, one.code !== null])).toEqual([
    ['ngan.pham', false],
    ['tuan.do', true],
    ['hung.le', true],
    ['mai.vo', false],
  ]);
  expect(await listDemoSignIns({ ...demo, installation: 'real' }, moment)).toEqual([]);
});

test('a real one gives each person a link that opens once, within seven days', async () => {
  const { links } = await loadOrganisation(real, anOrganisation(), now);
  expect(links.map((link) => link.account)).toEqual(['ngan.pham', 'hung.le', 'mai.vo', 'tuan.do']);
  const { rows } = await sql<{ text: string }>`select l::text as text from identity.one_time_link l`.execute(
    app,
  );
  for (const link of links) expect(rows.some((row) => row.text.includes(link.path.slice(5)))).toBe(false);
  const [clerk, leader, late] = links.map((link) => link.path);
  expect(await take(clerk, 'ngan')).toMatchObject({ refusal: { code: 'identity/password-too-short' } });
  const both = await Promise.all([take(clerk), take(clerk)]);
  expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await take(clerk)).toMatchObject({ refusal: { code: 'identity/link-over' } });
  expect(await take(leader, 'sen-hồng')).toMatchObject({ value: { stage: 'first-steps' } });
  expect(await take(late, NEW_PASSWORD, instant('2026-12-01T08:00:00'))).toMatchObject({ ok: false });
  const entered = await signIn(real, { name: 'ngan.pham', password: NEW_PASSWORD, origin: originAt(now) });
  expect(entered).toMatchObject({ value: { stage: 'full' } });
});

test('the first administrator comes in by a link, as long as none has', async () => {
  const make = () =>
    inTransaction(app, (tx) =>
      createFirstAdministrator(tx, real, { name: 'Quản trị hệ thống', machineNow: now }),
    );
  const first = await make();
  const second = await make();
  if (!first.ok || !second.ok) throw new Error('refused');
  expect(await take(first.value.path)).toMatchObject({ refusal: { code: 'identity/link-over' } });
  expect(await take(second.value.path)).toMatchObject({ value: { stage: 'first-steps' } });
  expect(await make()).toMatchObject({ refusal: { code: 'identity/administrator-exists' } });
});

test('a new link voids the password and the sessions of before', async () => {
  const { links } = await loadOrganisation(real, anOrganisation(), now);
  await take(links[0]?.path);
  const link = await inTransaction(app, (tx) =>
    giveNewLink(tx, real, 'ngan.pham', programOrigin(LEGAL_NOW, now)),
  );
  const old = await signIn(real, { name: 'ngan.pham', password: NEW_PASSWORD, origin: originAt(now) });
  expect(old).toMatchObject({ refusal: { code: 'identity/wrong-sign-in' } });
  expect(await take(link.ok ? link.value : '', NEW_PASSWORD)).toMatchObject({
    refusal: { code: 'identity/password-used' },
  });
  expect(await take(link.ok ? link.value : '', 'Lua-vang-2026!')).toMatchObject({ ok: true });
  const unknown = await inTransaction(app, (tx) =>
    giveNewLink(tx, real, 'khong.co', programOrigin(LEGAL_NOW, now)),
  );
  expect(unknown).toMatchObject({ refusal: { code: 'identity/unknown-account' } });
});
