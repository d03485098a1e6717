import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aRoad } from '#modules/dossiers/testing-road.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createWords } from '#platform/i18n/words.ts';
import calendarEn from '../../calendar/words/en.json' with { type: 'json' };
import calendarVi from '../../calendar/words/vi.json' with { type: 'json' };
import { describeDoubt } from '../describe-doubt.ts';
import { exampleFile } from '../example-file.ts';
import { aFile, aRow, aTakingOffice, type Cells } from '../testing.ts';
import { againstWhatIsKnown } from '../testing-doubts.ts';
import en from '../words/en.json' with { type: 'json' };
import vi from '../words/vi.json' with { type: 'json' };

const db = await testDatabase();
const road = await aRoad(db);
const { ran } = aTakingOffice(road.office);
const words = createWords({ takeover: { vi, en }, calendar: { vi: calendarVi, en: calendarEn } });
const doubtsOf = async (...rows: readonly Cells[]) => {
  const { checked } = await ran(aFile(...rows.map((row) => ({ ...aRow, ...row }))));
  return checked.doubts;
};
const said = async (...rows: readonly Cells[]) =>
  (await doubtsOf(...rows)).map(({ severity, code, column }) => `${severity} ${column} ${code}`);

const appraised: Cells = { office: 'Lãnh đạo Ủy ban nhân dân huyện Châu Thành' };

test.each(againstWhatIsKnown)('%j: %s', async (change, doubt) => {
  expect(await said(change)).toContain(doubt);
});

test('the place, the step by its number and the person by name are found', async () => {
  expect(await said({ step: '2', person: road.specialist.name })).toEqual([]);
  expect(await said({ office: '', step: '2' })).toEqual([]);
  expect(await said({ office: '', state: 'chờ ký' })).toEqual([]);
  expect(await said(appraised)).not.toContain('error office office-unknown');
});

test('a number twice in the file, an empty row, and a register that is closed', async () => {
  expect(await said({}, {})).toEqual(['error number number-twice']);
  const nothing = Object.fromEntries(Object.keys(aRow).map((key) => [key, '']));
  expect(await said({}, nothing, { number: 'HS-2022-00458' })).toEqual(['note null row-empty']);
  await sql`insert into dossiers.register_closing
    (office_id, register, year, entries, digest, closed_at, closed_by, closed_by_name)
    values (${road.oneStop.id}, 'received', 2021, 0, ${Buffer.alloc(32)}, now(), ${road.clerk.accountId}, 'x')`.execute(
    db.owner,
  );
  expect(await said({ received: '20/12/2021 08:00', due: '23/12/2021' })).toContain(
    'error received register-closed',
  );
});

test('of a due date both days are said, with the rule', async () => {
  const [doubt] = await doubtsOf({ due: '29/07/2022' });
  if (!doubt) throw new Error('no doubt');
  expect(describeDoubt(words('vi'), doubt)).toBe(
    'Dòng 2, cột “Hẹn trả”: phần mềm cũ hẹn 29/07/2022, theo quy định ở đây (thời hạn 3 ngày làm việc) là 26/07/2022; sẽ giữ ngày đã hẹn',
  );
  expect(describeDoubt(words('en'), doubt)).toContain('Row 2, column “Hẹn trả”: promised for 29/07/2022');
});

test.each(['xlsx', 'csv'] as const)('the example as %s has every column and only a note', async (kind) => {
  const { checked } = await ran(await exampleFile(words('vi'), kind));
  expect(checked.doubts).toEqual([]);
  expect(checked.toTake).toHaveLength(1);
});
