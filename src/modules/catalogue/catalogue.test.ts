import { beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import {
  findProcedure,
  getProcedure,
  listFields,
  listLifeEvents,
  listProcedures,
  listVersions,
  loadCatalogue,
  searchProcedures,
} from './index.ts';
import { seedCatalogue } from './testing.ts';

const on = civilDate('2022-07-25');
const later = civilDate('2026-11-24');
const db = await testDatabase();

const load = (data = seedCatalogue()) => inTransaction(db.owner, (tx) => loadCatalogue(tx, data));
beforeAll(async () => {
  await load();
});

async function search(text: string, limit = 5): Promise<string[]> {
  return (await searchProcedures(db.app, { text, on, limit })).map((one) => one.name);
}

describe('search', () => {
  test.each(['kha sinh', 'khai sinh', 'Khai Sinh', 'dang ky khai sinh', 'ĐĂNG KÝ KHAI SINH'])(
    '%s gives Đăng ký khai sinh first',
    async (typed) => {
      expect((await search(typed))[0]).toBe('Đăng ký khai sinh');
    },
  );

  test('by a code that another one covers', async () => {
    for (const typed of ['2.000843', '2000843', ' 2.000843 '])
      expect((await searchProcedures(db.app, { text: typed, on, limit: 3 }))[0]?.code).toBe('2.000815');
  });

  test.each(['1.001193', '1001193', ' 1.001193 ', '001193'])('by code: %s', async (typed) => {
    expect((await search(typed))[0]).toBe('Đăng ký khai sinh');
  });

  test('by field, after names', async () => {
    expect(await search('ho tich', 40)).toContain('Đăng ký khai tử');
    expect((await search('ho tich'))[0]).toMatch(/hộ tịch/);
  });

  test('by a paper', async () => {
    expect(await search('giay chung sinh')).toContain('Đăng ký khai sinh');
  });

  test('nothing typed, nothing that fits, hostile text', async () => {
    expect(await search('')).toEqual([]);
    expect(await search('zzzz')).toEqual([]);
    expect(await search("'; drop table --")).toEqual([]);
  });

  test('only what the level receives on the day', async () => {
    const found = await searchProcedures(db.app, { text: 'ho kinh doanh', on, level: 'xa', limit: 20 });
    expect(found.map((one) => one.code)).not.toContain('1.001612');
    const after = await searchProcedures(db.app, {
      text: 'ho kinh doanh',
      on: later,
      level: 'xa',
      limit: 20,
    });
    expect(after.map((one) => one.code)).toContain('1.001612');
  });
});

describe('dated versions', () => {
  test('the law of the day', async () => {
    expect((await findProcedure(db.app, '1.001776', on))?.limits[0]?.value).toBe(20);
    expect((await findProcedure(db.app, '1.001776', later))?.limits[0]?.value).toBe(10);
    expect((await listVersions(db.app, '1.001776')).length).toBe(2);
    expect(await findProcedure(db.app, '1.009994', later)).toBeUndefined();
    expect(await findProcedure(db.app, '9.999999', on)).toBeUndefined();
  });

  test('34 fields; what no level receives is not listed', async () => {
    const all = await listProcedures(db.app, { on });
    expect(all.map((one) => one.code)).not.toContain('3.000722');
    const fields = [...(await listFields(db.app, { on })), ...(await listFields(db.app, { on: later }))];
    expect(new Set(fields.map((one) => one.field)).size).toBe(34);
  });

  test('a corrected text is a new version; dossiers keep the old one', async () => {
    const before = await findProcedure(db.app, '1.004837', on);
    const data = seedCatalogue();
    const corrected = data.procedures.map((one) => (one.code === '1.004837' ? { ...one, note: 'sửa' } : one));
    await load({ ...data, procedures: corrected });
    const after = await findProcedure(db.app, '1.004837', on);
    expect([after?.note, after?.versionId === before?.versionId]).toEqual(['sửa', false]);
    expect((await getProcedure(db.app, before?.versionId ?? '')).note).toBe(before?.note);
    await load();
    expect((await findProcedure(db.app, '1.004837', on))?.versionId).toBe(before?.versionId);
  });
});

test('loading again changes nothing', async () => {
  const before = await listProcedures(db.app, { on });
  await load();
  expect(await listProcedures(db.app, { on })).toEqual(before);
});

test('nine occasions in life; every procedure in force stands where it may be received', async () => {
  const events = await listLifeEvents(db.app, { on: later, level: 'xa' });
  expect(events.map((event) => event.name.vi)).toEqual([
    'Sinh con',
    'Kết hôn',
    'Nhà và đất',
    'Xây, sửa nhà',
    'Mở quán, buôn bán',
    'Đi học',
    'Gặp khó khăn',
    'Người thân qua đời',
    'Cần giấy tờ',
  ]);
  expect(events[0]?.procedures[0]?.name).toBe('Đăng ký khai sinh');
  const known = new Set(seedCatalogue().procedures.map((one) => one.code));
  const named = seedCatalogue().lifeEvents.flatMap((event) => event.procedures);
  expect(named.filter((code) => !known.has(code))).toEqual([]);
});

test('the programs cannot change the catalogue', async () => {
  const change = db.app.updateTable('catalogue.procedure_version').set({ name: 'x' }).execute();
  await expect(change).rejects.toThrow('permission denied');
});
