import { cleanLines } from '#kernel/vietnamese-text.ts';
import { type ColumnKey, columnOf, columns } from './columns.ts';
import { type Doubt, RowReader } from './doubt.ts';

export interface ReadHeading {
  readonly columns: readonly (ColumnKey | undefined)[];
  readonly doubts: readonly Doubt[];
}

const aboutFile = (severity: Doubt['severity'], code: Doubt['code'], params: Doubt['params']): Doubt => ({
  severity,
  code,
  row: 1,
  column: null,
  params,
});

/** Which column says what: in any order; unknown ones are left out, missing and doubled ones are errors. */
export function readHeading(cells: readonly string[]): ReadHeading {
  const found = cells.map(columnOf);
  const doubts: Doubt[] = [];
  for (const [at, cell] of cells.entries())
    if (cell.trim() !== '' && found[at] === undefined)
      doubts.push(aboutFile('warning', 'column-unknown', { head: cell.trim().slice(0, 60) }));
  for (const { key, head, needed } of columns) {
    const times = found.filter((one) => one === key).length;
    if (times > 1) doubts.push(aboutFile('error', 'column-doubled', { head }));
    if (times === 0 && needed) doubts.push(aboutFile('error', 'column-missing', { head }));
  }
  return { columns: found, doubts };
}

/** Everything typed is made safe first: NFC, nothing invisible. */
export function readCells(
  row: number,
  cells: readonly string[],
  heading: readonly (ColumnKey | undefined)[],
): RowReader {
  const clean = new Map<ColumnKey, string>();
  for (const [at, key] of heading.entries()) {
    const raw = cells[at] ?? '';
    if (key)
      clean.set(key, key === 'notes' ? cleanLines(raw).text : cleanLines(raw).text.replace(/\n+/g, ' '));
  }
  const reader = new RowReader(row, clean);
  for (const { key } of columns)
    if (reader.text(key).length > longest(key)) reader.error('too-long', key, { most: longest(key) });
  return reader;
}

const longest = (key: ColumnKey): number => (key === 'notes' ? 5000 : key === 'waiting-for' ? 1000 : 300);
