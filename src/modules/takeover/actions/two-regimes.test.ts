import { beforeEach, expect, test } from 'vitest';
import { aRoad } from '#modules/dossiers/testing-road.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aFile, aRow, aTakingOffice, type Cells } from '../testing.ts';

const db = await testDatabase();
const { office } = await aRoad(db);
const { ran } = aTakingOffice(office);
/** Xã Phú Hựu, which followed the district in July 2025. */
const wish = { agencyCode: 'H20.871', apply: true, acceptDoubts: true };

/** Household business is the commune's from 01/07/2025, and was the district's before. */
const row = (change: Cells): Cells => ({ ...aRow, office: '', step: '2', ...change });
const said = async (cells: Cells) => {
  const { checked, taken, hindered } = await ran(aFile(cells), wish);
  const doubts = checked.doubts.map(({ code, params }) => [code, params['now'] ?? params['day'] ?? null]);
  return { doubts, taken: taken?.count, hindered };
};
const rowOf = (number: string) =>
  db.owner
    .selectFrom('dossiers.dossier')
    .where('number', '=', number)
    .select(['regime', 'agency_id', 'taken_over_at'])
    .executeTakeFirst();

beforeEach(() => office.setClock('2025-07-15T08:00:00'));

test('received before the change of July 2025 it keeps its regime, and is said to have been another level’s', async () => {
  const old = row({ number: 'HS-2025-1', received: '27/06/2025 08:00', due: '02/07/2025' });
  const { doubts, taken } = await said(old);
  expect(doubts).toContainEqual(['procedure-other-level', '27/06/2025']);
  expect(taken).toBe(1);
  expect(await rowOf('HS-2025-1')).toMatchObject({
    regime: '2018',
    taken_over_at: '2025-07-15T08:00:00+07:00',
  });
});

test('received since then it is of the new regime', async () => {
  const fresh = row({ number: 'HS-2025-2', received: '14/07/2025 08:00', due: '17/07/2025' });
  expect((await said(fresh)).taken).toBe(1);
  expect(await rowOf('HS-2025-2')).toMatchObject({ regime: '2025' });
});

test('a commune that is no more is named with what it became; one that goes on is not', async () => {
  const at = (number: string, address: string) =>
    said(row({ number, address, received: '14/07/2025 08:00', due: '17/07/2025' }));
  const gone = await at('HS-2025-3', 'Ấp 1, xã An Phú Thuận, huyện Châu Thành, tỉnh Đồng Tháp');
  expect(gone.doubts.map(([code]) => code)).toEqual(['place-abolished']);
  expect(gone.doubts[0]?.[1]).toMatch(/^Xã /);
  const there = await at('HS-2025-4', 'Ấp 1, xã Phú Hựu, tỉnh Đồng Tháp');
  expect(there.doubts).toEqual([]);
});

test('what this level received at no time is an error', async () => {
  office.setClock('2022-07-25T08:00:00');
  const wrong = await ran(aFile({ ...aRow, number: 'HS-9', procedure: '1.001612', office: '' }), {
    agencyCode: '000.09.11.H20',
    acceptDoubts: true,
  });
  expect(wrong.checked.doubts.map(({ code }) => code)).toEqual(['procedure-not-here']);
});
