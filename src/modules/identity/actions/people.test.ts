import { beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { listPeople } from '../store/people.ts';
import { listPostsOfPerson } from '../store/post-changes.ts';
import { listHeldPosts } from '../store/posts.ts';
import { anOrganisation, LEGAL_DAY, loadOrganisation, testDeps } from '../testing.ts';
import { anAdministrator, making, officeId } from '../testing-administration.ts';
import { addPerson } from './add-person.ts';
import { correctPerson } from './correct-person.ts';
import { endPost } from './end-post.ts';
import { givePost } from './give-post.ts';

const { app, owner } = await testDatabase();
const deps = testDeps(app, 'demo');
const now = instant('2026-11-24T08:00:00');
await loadOrganisation(deps, anOrganisation(), now);
const by = await anAdministrator(owner, now);
const oneStop = await officeId(owner, 'one-stop');
const typed = { name: 'Đặng Thị Ngọc Ẩn', phone: '0277 384 0000', birthYear: '1989' };
const post = {
  officeId: oneStop,
  role: 'reception-officer',
  title: 'Công chức tiếp nhận, quầy 2',
  validFrom: LEGAL_DAY,
  validTo: null,
};
let personId = '';

beforeAll(async () => {
  const added = await addPerson(deps, { ...making(by), typed });
  if (added.ok) personId = added.value;
});

async function lastAct() {
  return owner
    .selectFrom('audit.entry')
    .select(['action', 'account_id', 'post_id', 'subject_id'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
}

describe('people', () => {
  test('are added once however often the button is pressed, and found without accents', async () => {
    const press = { ...making(by), typed: { ...typed, name: 'Lê Thị Bé' } };
    const both = await Promise.all([addPerson(deps, press), addPerson(deps, press)]);
    expect(both).toEqual([expect.objectContaining({ value: press.newId }), both[0]]);
    const filter = { officeId: null, withoutPost: false, on: LEGAL_DAY, limit: 10 };
    const found = await listPeople(app, { ...filter, names: ['thi be'] });
    expect(found.map((one) => one.name)).toEqual(['Lê Thị Bé']);
    for (const names of [['%'], ['thi_be'], []])
      expect(await listPeople(app, { ...filter, names })).toEqual([]);
    expect(await lastAct()).toMatchObject({
      action: 'identity/add-person',
      account_id: by.actor.accountId,
      post_id: by.actor.posts[0]?.id,
      subject_id: press.newId,
    });
  });

  test('an id of somebody else in the form changes nobody', async () => {
    const foreign = { ...by, newId: by.actor.personId, typed };
    expect(await addPerson(deps, foreign)).toMatchObject({ refusal: { code: 'identity/changed-meanwhile' } });
  });

  test('who saves an older version is told, and changes nothing', async () => {
    const press = { ...by, personId, version: 1 };
    const results = await Promise.all([
      correctPerson(deps, { ...press, typed: { ...typed, phone: '0900 000 001' } }),
      correctPerson(deps, { ...press, typed: { ...typed, phone: '0900 000 002' } }),
    ]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'identity/changed-meanwhile' } });
    expect(await correctPerson(deps, { ...press, personId: making(by).newId, typed })).toMatchObject({
      refusal: { code: 'identity/not-found' },
    });
  });
});

describe('posts', () => {
  test('are given once, and held from their first day to their last', async () => {
    const press = { ...making(by), ...post, personId };
    expect(await Promise.all([givePost(deps, press), givePost(deps, press)])).toEqual([
      { ok: true, value: true },
      { ok: true, value: true },
    ]);
    expect(await listHeldPosts(app, personId, LEGAL_DAY)).toHaveLength(1);
    const again = await givePost(deps, { ...making(by), ...post, personId });
    expect(again).toMatchObject({ refusal: { code: 'identity/post-twice' } });
    const [held] = await listPostsOfPerson(app, personId, LEGAL_DAY);
    const last = civilDate('2022-07-31');
    const end = { ...by, personId, postId: held?.id ?? '', lastDay: last };
    expect(await Promise.all([endPost(deps, end), endPost(deps, end)])).toEqual([
      { ok: true, value: true },
      { ok: true, value: true },
    ]);
    expect(await listHeldPosts(app, personId, last)).toHaveLength(1);
    expect(await listHeldPosts(app, personId, civilDate('2022-08-01'))).toEqual([]);
    const next = { ...post, validFrom: civilDate('2022-08-01'), title: 'Tổ trưởng' };
    expect((await givePost(deps, { ...making(by), ...next, personId })).ok).toBe(true);
    expect(await listPostsOfPerson(app, personId, LEGAL_DAY)).toHaveLength(2);
  });

  test.each([
    [{ role: 'king' }, 'identity/role-missing'],
    [{ role: 'service-account' }, 'identity/role-missing'],
    [{ title: ' ' }, 'identity/title-missing'],
    [{ officeId: '0190a000-0000-7000-8000-00000000ffff' }, 'identity/office-missing'],
  ])('%o is refused', async (change, code) => {
    const outcome = await givePost(deps, { ...making(by), ...post, ...change, personId });
    expect(outcome).toMatchObject({ refusal: { code } });
  });

  test('nobody can end a post of another person through this one', async () => {
    const own = by.actor.posts[0]?.id ?? '';
    const press = { ...by, personId, postId: own, lastDay: LEGAL_DAY };
    expect(await endPost(deps, press)).toMatchObject({ refusal: { code: 'identity/not-found' } });
  });

  test('the last administrator stays; of two who remove each other at once one does', async () => {
    const own = {
      ...by,
      personId: by.actor.personId,
      postId: by.actor.posts[0]?.id ?? '',
      lastDay: LEGAL_DAY,
    };
    expect(await endPost(deps, own)).toMatchObject({ refusal: { code: 'identity/last-administrator' } });
    const mai = await owner
      .selectFrom('identity.person')
      .select('id')
      .where('name', '=', 'Võ Thị Mai')
      .executeTakeFirstOrThrow();
    const administrator = { ...post, role: 'system-administrator', title: 'Quản trị', personId: mai.id };
    const given = making(by);
    expect((await givePost(deps, { ...given, ...administrator })).ok).toBe(true);
    const theirs = { ...by, personId: mai.id, postId: given.newId, lastDay: LEGAL_DAY };
    const results = await Promise.all([endPost(deps, own), endPost(deps, theirs)]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
  });
});

test('loading the organisation’s file again brings no ended post back and undoes no correction', async () => {
  const hung = await owner
    .selectFrom('identity.person')
    .select(['id', 'version'])
    .where('name', '=', 'Lê Văn Hùng')
    .executeTakeFirstOrThrow();
  const [held] = await listPostsOfPerson(app, hung.id, LEGAL_DAY);
  await endPost(deps, { ...by, personId: hung.id, postId: held?.id ?? '', lastDay: LEGAL_DAY });
  const corrected = { ...typed, name: 'Lê Văn Hùng Em' };
  await correctPerson(deps, { ...by, personId: hung.id, version: hung.version, typed: corrected });
  await loadOrganisation(deps, anOrganisation(), now);
  expect(await listPostsOfPerson(app, hung.id, LEGAL_DAY)).toMatchObject([
    { validTo: LEGAL_DAY, personName: 'Lê Văn Hùng Em' },
  ]);
});
