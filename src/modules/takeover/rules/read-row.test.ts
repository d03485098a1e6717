import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { calendarDaysOf, WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { aRow, type Cells } from '../testing.ts';
import { inOneRow, pays, ready, waits } from '../testing-doubts.ts';
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

test.each(inOneRow)('%j: %s', (change, doubt) => {
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
