import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { loadCalendar } from '#modules/calendar/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { confirm } from './actions/confirm.ts';
import { listConfirmed } from './actions/list-confirmed.ts';
import { digestOf, listUnchecked } from './actions/list-unchecked.ts';
import { latestOfEach, needsAttention } from './actions/needs-attention.ts';

const { app, owner } = await testDatabase();
const random = createRandom();
const today = civilDate('2022-12-01');
const legalNow = instant('2022-12-01T08:00:00');
const machineNow = instant('2026-11-24T08:00:00');
const actor: Actor = {
  accountId: '0190a000-0000-7000-8000-000000000003',
  personId: '0190a000-0000-7000-8000-000000000004',
  name: 'Dương Thành Nghĩa',
  posts: [],
};
const origin = { legalNow, machineNow, address: null, requestId: null };
const newId = () => random.uuid(Date.parse(machineNow));

beforeAll(async () => {
  const seed: unknown = JSON.parse(readFileSync('db/seeds/calendar.json', 'utf8'));
  await inTransaction(app, (tx) => loadCalendar(tx, seed));
});

async function aTemplate() {
  const item = (await listUnchecked(app, today)).find((one) => one.kind === 'template');
  if (!item) throw new Error('every layout is checked');
  return item;
}

const pressFor = (item: { key: string; content: string }, more = {}) => ({
  ...{ actor, origin, newId: newId(), kind: 'template' as const, key: item.key },
  seen: digestOf(item.content),
  source: 'TT 03/2025/TT-VPCP, Phụ lục',
  ...more,
});

describe('confirming', () => {
  test('takes one thing from the list, once, and says who did it by which source', async () => {
    const item = await aTemplate();
    const press = pressFor(item);
    expect(await Promise.all([confirm({ db: app }, press), confirm({ db: app }, press)])).toEqual([
      { ok: true, value: true },
      { ok: true, value: true },
    ]);
    expect((await listUnchecked(app, today)).map((one) => one.key)).not.toContain(item.key);
    const [latest] = await listConfirmed(app, 10);
    expect(latest).toMatchObject({
      title: item.key,
      by: 'Dương Thành Nghĩa',
      source: 'TT 03/2025/TT-VPCP, Phụ lục',
    });
    expect(await confirm({ db: app }, pressFor(item))).toMatchObject({
      refusal: { code: 'administration/already-confirmed', params: { by: 'Dương Thành Nghĩa' } },
    });
  });

  test('of two at once one is told by whom it was done', async () => {
    const item = await aTemplate();
    const results = await Promise.all([
      confirm({ db: app }, pressFor(item)),
      confirm({ db: app }, pressFor(item)),
    ]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.find((one) => !one.ok)).toMatchObject({
      refusal: { code: 'administration/already-confirmed' },
    });
  });

  test.each([
    [{ source: ' ' }, 'source-missing'],
    [{ seen: digestOf('khác') }, 'changed-meanwhile'],
    [{ key: 'khong-co' }, 'not-found'],
    [{ kind: 'procedure' as const }, 'not-found'],
  ])('%o is refused', async (change, code) => {
    const outcome = await confirm({ db: app }, { ...pressFor(await aTemplate()), ...change });
    expect(outcome).toMatchObject({ refusal: { code: `administration/${code}` } });
  });

  test('the record can only grow', async () => {
    await expect(app.deleteFrom('administration.confirmation').execute()).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      app.updateTable('administration.confirmation').set({ source: 'x' }).execute(),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('what needs attention', () => {
  test('begins with what is missing to receive at all', async () => {
    const [first] = await needsAttention(app, { legalNow, machineNow }, []);
    expect(first).toMatchObject({ code: 'no-agency', tone: 'danger' });
  });

  test('tells how many rules of the clock nobody has compared with their text', async () => {
    await owner
      .insertInto('catalogue.clock_effect')
      .values({ regime: '2018', event: 'opinion', effect: 'suspend', basis: 'Điều 5', checked: false })
      .execute();
    const all = await needsAttention(app, { legalNow, machineNow }, []);
    expect(all).toContainEqual(
      expect.objectContaining({ code: 'clock-effects-unchecked', count: 1, href: '/quan-tri/dong-ho' }),
    );
  });

  test('asks for next year’s calendar from November on, until it is confirmed', async () => {
    await owner
      .updateTable('calendar.day')
      .set({ checked: false })
      .where('date', '=', civilDate('2023-01-02'))
      .execute();
    const years = async (at: string) =>
      (await needsAttention(app, { legalNow: instant(at), machineNow }, []))
        .filter((one) => one.code === 'year-unconfirmed')
        .map((one) => one.about);
    expect(await years('2022-10-31T08:00:00')).toEqual([]);
    expect(await years('2022-11-01T08:00:00')).toEqual(['2023']);
  });

  test('tells of certificates that end within thirty days, the latest of each signer', async () => {
    const shared = {
      kind: 'signer',
      name: 'Sơn',
      title: 'Chủ tịch',
      organisation: 'UBND',
      serial: '1',
    } as const;
    const from = instant('2025-12-01T00:00:00');
    const old = { ...shared, from, to: instant('2026-12-01T00:00:00') };
    const next = { ...shared, from, to: instant('2027-12-01T00:00:00') };
    const ending = async (...held: (typeof old)[]) =>
      (await needsAttention(app, { legalNow, machineNow }, held)).filter(
        (one) => one.code === 'certificates-ending',
      );
    expect(await ending(old)).toMatchObject([{ count: 1, tone: 'danger' }]);
    expect(await ending(old, next)).toEqual([]);
    expect(latestOfEach([next, old])).toEqual([next]);
  });
});
