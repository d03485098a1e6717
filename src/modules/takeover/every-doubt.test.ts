import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aRoad } from '#modules/dossiers/testing-road.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { columns } from './rules/columns.ts';
import { type DoubtCode, doubtCodes } from './rules/doubt.ts';
import { aFile, aRow, aTakingOffice, type Cells } from './testing.ts';
import { againstWhatIsKnown, inOneRow } from './testing-doubts.ts';
import vi from './words/vi.json' with { type: 'json' };

const db = await testDatabase();
const road = await aRoad(db);
const { office, ran } = aTakingOffice(road.office);

const headed = (...heads: readonly string[]) => new TextEncoder().encode(`${heads.join(';')}\n`);
const heads = columns.map(({ head }) => head);
const file = (...rows: readonly Cells[]) => aFile(...rows.map((row) => ({ ...aRow, ...row })));
const nothing = Object.fromEntries(columns.map(({ key }) => [key, '']));
const renamed = (from: string, to: string) =>
  sql`update identity.person set name = ${to} where name = ${from}`.execute(db.owner);

/** Xã Phú Hựu a fortnight after it followed the district. */
async function atTheCommune(change: Cells) {
  office.setClock('2025-07-15T08:00:00');
  const row = { number: 'HS-2025-1', received: '14/07/2025 08:00', due: '17/07/2025', office: '', step: '2' };
  const result = await ran(file({ ...row, ...change }), { agencyCode: 'H20.871' });
  office.setClock('2022-07-25T08:00:00');
  return result;
}

async function taken(row: Cells) {
  await ran(file(row), { apply: true, acceptDoubts: true });
  return ran(file(row));
}

/** What no single row beside an untouched installation can show: the file whose doubt is meant. */
const inAFile: Partial<Record<DoubtCode, () => ReturnType<typeof ran>>> = {
  'column-unknown': () => ran(headed(...heads, 'Màu sắc')),
  'column-doubled': () => ran(headed(...heads, 'Số hồ sơ')),
  'column-missing': () => ran(headed('Số hồ sơ')),
  'row-empty': () => ran(file({}, nothing, { number: 'HS-2022-00458' })),
  'number-twice': () => ran(file({}, {})),
  'number-given': async () => ran(file({ number: await road.anAccepted() })),
  'already-taken-over': () => taken({ number: 'HS-2022-00999' }),
  'place-abolished': () =>
    atTheCommune({ address: 'Ấp 1, xã An Phú Thuận, huyện Châu Thành, tỉnh Đồng Tháp' }),
  'procedure-other-level': () => atTheCommune({ received: '27/06/2025 08:00', due: '02/07/2025' }),
  'procedure-not-in-force': () =>
    atTheCommune({ procedure: '1.014027', case: '', received: '27/06/2025 08:00', due: '02/07/2025' }),
  'procedure-not-here': () => ran(file({}), { agencyCode: '000.09.11.H20' }),
  'person-wrong-role': () => atTheCommune({ procedure: '2.000635', case: '', person: 'Dương Thành Nghĩa' }),
  'person-ambiguous': async () => {
    await renamed('Mai Chí Tính', 'Thái Duy Khoa');
    return atTheCommune({ person: 'Thái Duy Khoa' });
  },
  'no-process': async () => {
    await sql`delete from workflow.handling where field = 'Hộ tịch' or procedure_code = '2.000635'`.execute(
      db.owner,
    );
    return ran(file({ procedure: '2.000635', case: '', office: '' }));
  },
  'register-closed': async () => {
    await sql`insert into dossiers.register_closing
      (office_id, register, year, entries, digest, closed_at, closed_by, closed_by_name) values
      (${road.oneStop.id}, 'received', 2021, 0, ${Buffer.alloc(32)}, now(), ${road.clerk.accountId}, 'x')`.execute(
      db.owner,
    );
    return ran(file({ received: '20/12/2021 08:00', due: '23/12/2021' }));
  },
};

test.each(Object.entries(inAFile))('%s', async (code, input) => {
  const { checked } = await input();
  expect(checked.doubts.map((one) => one.code)).toContain(code);
});

test('each doubt that has words has an input that must show it', () => {
  const inRows = [...inOneRow, ...againstWhatIsKnown].map(([, doubt]) => doubt.split(' ')[2]);
  expect([...new Set([...inRows, ...Object.keys(inAFile)])].sort()).toEqual([...doubtCodes].sort());
  const said = Object.keys(vi).filter((key) => key.startsWith('doubt.'));
  expect(said.sort()).toEqual(doubtCodes.map((code) => `doubt.${code}`).sort());
});
