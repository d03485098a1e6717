import { beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import {
  findUnit,
  getUnit,
  listPredecessors,
  listProvinces,
  listSuccessors,
  listUnitsBelow,
  loadPlaces,
  searchUnits,
  unitPath,
} from './index.ts';
import { seedPlaces } from './testing.ts';

const before = civilDate('2022-07-25');
const after = civilDate('2025-07-01');
const db = await testDatabase();

beforeAll(async () => {
  await inTransaction(db.owner, (tx) => loadPlaces(tx, seedPlaces()));
});

async function counted(table: 'places.unit' | 'places.succession'): Promise<number> {
  const row = await db.app
    .selectFrom(table)
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirst();
  return Number(row?.n);
}

describe('a code means something only with a date', () => {
  test('82 was Tiền Giang, is Đồng Tháp', async () => {
    expect((await getUnit(db.app, '82', before)).name).toBe('Tỉnh Tiền Giang');
    expect((await getUnit(db.app, '82', after)).name).toBe('Tỉnh Đồng Tháp');
    expect(await findUnit(db.app, '87', after)).toBeUndefined();
  });

  test('30244 was thị trấn Cái Tàu Hạ until the last day of June 2025, is xã Phú Hựu', async () => {
    expect((await getUnit(db.app, '30244', civilDate('2025-06-30'))).name).toBe('Thị trấn Cái Tàu Hạ');
    expect((await getUnit(db.app, '30244', after)).name).toBe('Xã Phú Hựu');
    expect((await getUnit(db.app, '30268', before)).name).toBe('Xã Phú Hựu');
  });

  test('an unknown code is refused loudly', async () => {
    await expect(getUnit(db.app, '99999', before)).rejects.toThrow('99999');
  });
});

describe('paths', () => {
  test('three levels before, two after', async () => {
    expect(await unitPath(db.app, '30253', before)).toBe(
      'xã Tân Nhuận Đông, huyện Châu Thành, tỉnh Đồng Tháp',
    );
    expect(await unitPath(db.app, '30253', after)).toBe('xã Tân Nhuận Đông, tỉnh Đồng Tháp');
  });
});

describe('successions', () => {
  test('five communes of Châu Thành went into Phú Hựu', async () => {
    const found = (await listPredecessors(db.app, '30244')).map(({ unit }) => unit.code);
    expect(found).toEqual(['30244', '30247', '30250', '30265', '30268']);
    expect((await listSuccessors(db.app, '30268')).map(({ unit }) => unit.name)).toEqual(['Xã Phú Hựu']);
  });

  test('what needs an official text is marked', async () => {
    const found = await listSuccessors(db.app, '06886');
    expect(found.map(({ unit, checked }) => [unit.code, checked])).toEqual([
      ['06799', false],
      ['06886', false],
      ['06978', false],
    ]);
    expect((await listSuccessors(db.app, '30268'))[0]?.checked).toBe(true);
  });

  test('a district has no successor', async () => {
    expect(await listSuccessors(db.app, '877')).toEqual([]);
  });
});

describe('search and lists', () => {
  test('without diacritics, names that begin so first', async () => {
    const found = await searchUnits(db.app, { text: 'tan nhuan dong', on: before });
    expect(found.map((unit) => unit.code)).toEqual(['30253']);
    const provinces = await searchUnits(db.app, { text: 'dong thap', on: after, level: 'province' });
    expect(provinces.map((unit) => unit.code)).toEqual(['82']);
  });

  test('signs of a pattern are not a pattern', async () => {
    for (const text of ["%_\\'; --", '%', '', 'x_ phu h_u'])
      expect((await searchUnits(db.app, { text, on: before })).length, text).toBe(0);
    const [plain, signed] = await Promise.all(
      ['xã Phú Hựu', '“xã Phú Hựu %”'].map((text) => searchUnits(db.app, { text, on: before })),
    );
    expect(signed).toEqual(plain);
    expect(plain?.map((unit) => unit.code)).toContain('30268');
  });

  test('63 and 34 provinces; twelve communes of the district; 102 of the new province', async () => {
    expect((await listProvinces(db.app, before)).length).toBe(63);
    expect((await listProvinces(db.app, after)).length).toBe(34);
    expect((await listUnitsBelow(db.app, '877', before)).length).toBe(12);
    expect((await listUnitsBelow(db.app, '82', after)).length).toBe(102);
  });
});

test('loading again changes nothing', async () => {
  const counts = [await counted('places.unit'), await counted('places.succession')];
  await inTransaction(db.owner, (tx) => loadPlaces(tx, seedPlaces()));
  expect([await counted('places.unit'), await counted('places.succession')]).toEqual(counts);
  expect(counts[0]).toBe(10_794 + 3_355);
});

test('the programs cannot change a unit', async () => {
  await expect(db.app.deleteFrom('places.unit').execute()).rejects.toThrow('permission denied');
});
