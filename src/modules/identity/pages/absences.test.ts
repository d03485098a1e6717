import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import httpEn from '#platform/http/words/en.json' with { type: 'json' };
import httpVi from '#platform/http/words/vi.json' with { type: 'json' };
import { createWords } from '#platform/i18n/words.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import { endAbsence } from '../actions/end-absence.ts';
import { nameSubstitute } from '../actions/name-substitute.ts';
import { recordAbsence } from '../actions/record-absence.ts';
import { listAbsences } from '../store/absences.ts';
import { listPostsFrom } from '../store/post-changes.ts';
import { listPeopleOfOffice } from '../store/posts.ts';
import { anOrganisation, LEGAL_DAY, loadOrganisation, testDeps } from '../testing.ts';
import { anActor, anAdministrator, making } from '../testing-administration.ts';
import en from '../words/en.json' with { type: 'json' };
import vi from '../words/vi.json' with { type: 'json' };
import { organisationRoutes } from './organisation-routes.ts';

const { app, owner } = await testDatabase();
const deps = testDeps(app, 'demo');
const now = instant('2026-11-24T08:00:00');
await loadOrganisation(deps, anOrganisation(), now);
const by = await anAdministrator(owner, now);
const posts = await listPostsFrom(app, LEGAL_DAY);
const words = createWords({ identity: { vi, en }, ui: uiWords, http: { vi: httpVi, en: httpEn } });
const routes = organisationRoutes({
  ...deps,
  deskFrame: async ({ csrf, path }) => aFrame({ csrf, path, t: words('vi') }),
  publicUrl: 'https://motcua.example',
  sectionsOf: async () => [],
  listMatters: async () => [{ code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' }],
  countOpenWork: async () => 0,
});
const cookie = 'session=1';

function who(role: string) {
  const found = posts.find((one) => one.role === role);
  if (!found) throw new Error(`nobody is ${role}`);
  return found;
}

async function actorOf(role: string): Promise<Actor> {
  const { personId } = who(role);
  const account = await owner
    .selectFrom('identity.account')
    .where('person_id', '=', personId)
    .select('name')
    .executeTakeFirstOrThrow();
  return anActor(owner, account.name);
}

async function pagesOf(actor: Actor) {
  const server = await testServer({
    words,
    routes,
    machineClock: fixedClock(now),
    legalClock: fixedClock(by.origin.legalNow),
    sessions: sessionsOf(actor),
  });
  const get = (url: string) => server.inject({ url, headers: { cookie } });
  const press = async (url: string, typed: Readonly<Record<string, string>>, from = url) => {
    const { body } = await get(from);
    const hidden = ['_csrf', 'lan'].map((name): [string, string] => [
      name,
      new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '',
    ]);
    return server.inject({
      method: 'POST',
      url,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams([...hidden, ...Object.entries(typed)]).toString(),
    });
  };
  return { get, press };
}

const list = '/lam-viec/vang-mat';
const form = `${list}/ghi`;
const shown = civilDate('2022-07-28');

test('recorded once, also by two presses at once; shown with the substitute where work is given out; back again', async () => {
  const { personId, id: postId } = who('specialist');
  const actor = await actorOf('specialist');
  const days = { validFrom: LEGAL_DAY, validTo: shown, reason: 'leave' };
  const press = { ...making({ ...by, actor }), personId, ...days };
  const other = { ...making({ ...by, actor }), personId, ...days };
  expect(
    (await Promise.all([recordAbsence(deps, press), recordAbsence(deps, press)])).map(({ ok }) => ok),
  ).toEqual([true, true]);
  expect(await recordAbsence(deps, other)).toMatchObject({ refusal: { code: 'identity/absent-already' } });
  const officeId = actor.posts[0]?.officeId ?? '';
  const of = async (on = LEGAL_DAY) =>
    (await listPeopleOfOffice(app, officeId, on)).find((one) => one.accountId === actor.accountId);
  expect(await of()).toMatchObject({ awayUntil: '2022-07-28', substitute: null });
  const named = {
    ...making(by),
    postId,
    personId: who('reception-officer').personId,
    validFrom: LEGAL_DAY,
    validTo: shown,
    decisionNumber: '',
    decisionDate: null,
    reason: '',
  };
  expect((await nameSubstitute(deps, named)).ok).toBe(true);
  expect(await of()).toMatchObject({ substitute: who('reception-officer').personName });
  expect(await of(civilDate('2022-07-29'))).toMatchObject({ awayUntil: null, substitute: null });
  const stranger = { ...by, actor: await actorOf('reception-officer'), id: press.newId };
  expect(await endAbsence(deps, stranger)).toMatchObject({ refusal: { code: 'identity/not-found' } });
  const back = { ...by, actor, id: press.newId };
  const both = await Promise.all([endAbsence(deps, back), endAbsence(deps, back)]);
  expect(both.some(({ ok }) => ok)).toBe(true);
  expect(await listAbsences(app, LEGAL_DAY, { personId })).toEqual([]);
  expect(await of()).toMatchObject({ awayUntil: null });
});

test('by the page: one’s own for everybody, only kinds of reasons, and nobody else’s', async () => {
  const actor = await actorOf('reception-officer');
  const { get, press } = await pagesOf(actor);
  expect((await get(form)).body).not.toContain(who('specialist').personName);
  const typed = { nguoi: actor.personId, tu: '26/07/2022', den: '28/07/2022', 'ly-do': 'sick' };
  expect((await press(form, typed)).statusCode).toBe(303);
  const { body } = await get(list);
  expect(body).toContain('Nghỉ ốm');
  expect(body).toContain('26/07/2022');
  const id = new RegExp(`${list}/([0-9a-f-]{36})/tro-lai`).exec(body)?.[1] ?? '';
  const others = await press(form, { ...typed, nguoi: who('specialist').personId });
  expect(others.statusCode).toBe(422);
  const outsider = await pagesOf(await actorOf('specialist'));
  expect((await outsider.press(`${list}/${id}/tro-lai`, {}, form)).statusCode).toBe(404);
  expect((await press(`${list}/${id}/tro-lai`, {}, form)).statusCode).toBe(303);
  expect((await get(list)).body).not.toContain('26/07/2022');
});

test.each([
  [{ 'ly-do': 'đau dạ dày' }, 'Chưa chọn lý do'],
  [{ 'ly-do': '' }, 'Chưa chọn lý do'],
  [{ tu: '' }, 'Chưa ghi ngày'],
  [{ tu: '31/02/2022' }, '31/02/2022'],
  [{ den: '01/01/2022' }, 'trước ngày đầu'],
  [{ den: '01/01/2032' }, 'dài quá một năm'],
  [{ den: 'x'.repeat(400) }, 'ký tự'],
  [{ nguoi: "' or 1=1 --" }, ''],
  [{ nguoi: '00000000-0000-0000-0000-000000000001' }, ''],
])(
  'hostile or wrong input %j is said at its field, nothing is recorded, what was typed stays',
  async (change, said) => {
    const { press } = await pagesOf(await actorOf('one-stop-head').catch(() => actorOf('reception-officer')));
    const typed = {
      tu: '01/09/2022',
      den: '02/09/2022',
      'ly-do': 'leave',
      nguoi: by.actor.personId,
      ...change,
    };
    const mine = 'nguoi' in change ? typed : { ...typed, nguoi: who('reception-officer').personId };
    const answer = await press(form, mine);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(said);
    expect(answer.body).not.toContain('đau dạ dày');
    expect((await listAbsences(app, LEGAL_DAY)).filter(({ validFrom }) => validFrom >= '2022-09-01')).toEqual(
      [],
    );
  },
);
