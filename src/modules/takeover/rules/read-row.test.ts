import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { calendarDaysOf, WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { aRow, type Cells } from '../testing.ts';
import { type ColumnKey, columns } from './columns.ts';
import { readCells, readHeading } from './heading.ts';
import { readRow } from './read-row.ts';

const calendar = new WorkCalendar(calendarDaysOf(JSON.parse(readFileSync('db/seeds/calendar.json', 'utf8'))));
const now = instant('2022-07-25T08:00:00');
const heading = columns.map(({ key }) => key);

function reading(change: Cells) {
  const row: Cells = { ...aRow, ...change };
  const reader = readCells(
    2,
    heading.map((key) => row[key] ?? ''),
    heading,
  );
  return { row: readRow(reader, calendar, now), doubts: reader.doubts };
}

const said = (change: Cells) =>
  reading(change).doubts.map(({ severity, code, column }) => `${severity} ${column} ${code}`);

test('a whole row has no doubt', () => {
  const { row, doubts } = reading({});
  expect(doubts).toEqual([]);
  expect(row).toMatchObject({
    number: 'HS-2022-00457',
    receivedAt: '2022-07-21T08:30:00+07:00',
    dueAt: '2022-07-26T17:00:00+07:00',
    state: 'in-work',
    channel: 'direct',
  });
});

const waits: Cells = { state: 'Chờ bổ sung', since: '22/07/2022', 'waiting-for': 'Hợp đồng' };
const pays: Cells = { state: 'chờ nộp tiền', since: '22/07/2022', 'waiting-for': 'Thuế', amount: '50.000' };
const ready: Cells = { state: 'chờ trả kết quả', 'result-number': '15/GCN', 'result-day': '22/07/2022' };

test.each<[string, Cells]>([
  ['waiting for papers', waits],
  ['waiting for payment', pays],
  ['ready', ready],
  ['without diacritics', { ...ready, state: 'CHO TRA KET QUA' }],
  ['an organisation', { 'applicant-kind': 'Tổ chức', name: 'Công ty TNHH Mẫu', 'id-number': '0100109106' }],
  ['time before the day', { received: '08:30 21/07/2022' }],
  ['as programs write it', { received: '2022-07-21T08:30', due: '2022-07-26 17:00' }],
  ['a year of birth', { 'birth-date': '1988' }],
])('no doubt about one %s', (_, change) => {
  expect(said(change)).toEqual([]);
});

test.each<[Cells, string]>([
  [{ number: '' }, 'error number number-missing'],
  [{ number: 'chưa có số' }, 'error number number-wrong'],
  [{ number: 'THU-7K3M-QX2P' }, 'error number number-wrong'],
  [{ procedure: '' }, 'error procedure procedure-missing'],
  [{ 'applicant-kind': 'ai đó' }, 'error applicant-kind kind-unknown'],
  [{ name: '' }, 'error name name-missing'],
  [{ name: 'NGUYỄN THỊ MẪU' }, 'warning name name-capitals'],
  [{ name: 'Nguyễn Thị 5' }, 'warning name name-odd'],
  [{ 'id-number': '' }, 'warning id-number id-missing'],
  [{ 'id-number': '87188004512' }, 'error id-number id-zero-lost'],
  [{ 'id-number': '12345' }, 'error id-number id-wrong'],
  [{ 'id-number': '099188004512' }, 'warning id-number id-unknown-place'],
  [{ 'birth-date': '12/03/1990' }, 'warning id-number id-birth-year-differs'],
  [{ 'birth-date': '31/02/1988' }, 'error birth-date date-unreadable'],
  [{ 'birth-date': '12/03/2030' }, 'error birth-date born-in-future'],
  [{ 'applicant-kind': 'tổ chức', 'id-number': '' }, 'warning id-number tax-code-missing'],
  [{ 'applicant-kind': 'tổ chức', 'id-number': '0100109107' }, 'warning id-number tax-code-wrong'],
  [{ address: '' }, 'error address address-missing'],
  [{ phone: '12345' }, 'warning phone phone-wrong'],
  [{ 'authorised-id': '087188004512' }, 'error authorised-name authorised-unnamed'],
  [{ 'authorised-name': 'Lê Văn Tám' }, 'warning authorised-id id-missing'],
  [{ received: '' }, 'error received received-missing'],
  [{ received: '21/07/22' }, 'error received date-unreadable'],
  [{ received: '21/07/2022 25:00' }, 'error received date-unreadable'],
  [{ received: '21/07/2022' }, 'note received received-without-time'],
  [{ received: '26/07/2022 08:00', due: '29/07/2022' }, 'error received received-in-future'],
  [{ received: '23/07/2022 08:00' }, 'warning received received-on-day-off'],
  [{ due: '' }, 'warning due due-missing'],
  [{ due: '20/07/2022' }, 'error due due-before-received'],
  [{ received: '18/07/2022 08:00', due: '21/07/2022' }, 'note due late-already'],
  [{ received: '18/01/2022 08:00', due: '21/01/2022' }, 'warning due long-late'],
  [{ state: '' }, 'error state state-missing'],
  [{ state: 'đang bay' }, 'error state word-unknown'],
  [{ state: 'Đã trả kết quả' }, 'error state not-open'],
  [{ ...waits, since: '' }, 'error since needed-in-state'],
  [{ ...waits, since: '30/07/2022' }, 'error since time-impossible'],
  [{ ...waits, since: '01/07/2022' }, 'error since time-impossible'],
  [{ ...waits, 'waiting-for': '' }, 'warning waiting-for waiting-for-missing'],
  [{ ...pays, amount: '' }, 'error amount needed-in-state'],
  [{ ...pays, amount: '0' }, 'error amount needed-in-state'],
  [{ ...pays, amount: '50.5' }, 'error amount amount-unreadable'],
  [{ ...ready, 'result-number': '' }, 'error result-number needed-in-state'],
  [{ 'result-number': '15' }, 'warning result-number does-not-fit-state'],
  [{ 'fee-paid': 'nhiều' }, 'error fee-paid amount-unreadable'],
  [{ papers: 'ba' }, 'error papers count-unreadable'],
  [{ channel: 'bồ câu' }, 'error channel word-unknown'],
  [{ return: 'bồ câu' }, 'error return word-unknown'],
  [{ notes: 'x'.repeat(5001) }, 'error notes too-long'],
])('%j: %s', (change, doubt) => {
  expect(said(change)).toContain(doubt);
  expect(reading(change).row === null).toBe(said(change).some((one) => one.startsWith('error')));
});

test('text is made safe: NFC, nothing invisible, line ends only in notes', () => {
  const { row } = reading({
    name: 'Nguyễn\u200B Thị\nMẫu'.normalize('NFD'),
    notes: 'một\r\n21/07/2022: hai',
  });
  expect(row?.applicant.name).toBe('Nguyễn Thị Mẫu');
  expect(row?.notes).toEqual([
    { on: null, text: 'một' },
    { on: '2022-07-21', text: 'hai' },
  ]);
});

test('whatever stands in the cells, a row is read or has an error, and no doubt holds a cell of a person', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('21/07/2022', '0', '-1'),
  );
  const cells = fc.array(cell, { minLength: heading.length, maxLength: heading.length });
  fc.assert(
    fc.property(cells, (texts) => {
      const reader = readCells(2, texts, heading);
      const row = readRow(reader, calendar, now);
      const wrong = reader.doubts.some((doubt) => doubt.severity === 'error');
      expect(row === null).toBe(wrong);
      for (const { params } of reader.doubts)
        for (const value of Object.values(params)) expect(typeof value).toBe('number');
    }),
  );
});

test('columns stand in any order, with or without diacritics; unknown, missing and doubled ones are named', () => {
  const heads = [
    'so ho so',
    'MÃ THỦ TỤC',
    'Số hồ sơ',
    'Màu sắc',
    ...columns.slice(5).map(({ head }) => head),
  ];
  const { columns: found, doubts } = readHeading(heads);
  expect(found.slice(0, 4)).toEqual(['number', 'procedure', 'number', undefined] satisfies (
    | ColumnKey
    | undefined
  )[]);
  expect(doubts.map(({ code, params }) => [code, params['head']])).toEqual([
    ['column-unknown', 'Màu sắc'],
    ['column-doubled', 'Số hồ sơ'],
  ]);
  expect(readHeading(['Số hồ sơ']).doubts.map(({ code }) => code)).toContain('column-missing');
});
