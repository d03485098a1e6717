import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';

/** `legacy`: bytes that are no UTF-8, as TCVN3, VNI or Windows programs write them. */
export type TableProblem = 'empty' | 'too-large' | 'too-many-rows' | 'old-excel' | 'legacy' | 'unreadable';

export type ReadTable =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly problem: TableProblem };

export interface TableLimits {
  readonly bytes: number;
  /** The heading included. */
  readonly rows: number;
}

const wrong = (problem: TableProblem): ReadTable => ({ ok: false, problem });
const XLSX_START = '504b0304';
const OLD_EXCEL_START = 'd0cf11e0';

/**
 * The first sheet of an XLSX, or a CSV with `;`, `,` or tabs, as texts: days of Excel become `25/07/2022 08:30`,
 * formulas are what they came to. What kind of file it is follows from its bytes.
 */
export async function readTable(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  if (bytes.length === 0) return wrong('empty');
  if (bytes.length > limits.bytes) return wrong('too-large');
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === OLD_EXCEL_START) return wrong('old-excel');
  const rows = start === XLSX_START ? await sheetOf(bytes, limits) : csvOf(bytes);
  if (typeof rows === 'string') return wrong(rows);
  while (rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  if (rows.length === 0) return wrong('empty');
  return rows.length > limits.rows ? wrong('too-many-rows') : { ok: true, rows };
}

async function sheetOf(bytes: Uint8Array, { rows }: TableLimits): Promise<string[][] | TableProblem> {
  try {
    const book = await readXlsx(bytes, { sheets: [0], maxRows: rows + 1 });
    return (book.sheets[0]?.rows ?? []).map((row) => row.map(cellText));
  } catch {
    return 'unreadable'; // no archive, damaged, or locked by a password
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayText(value);
  return String(value);
}

/** Excel knows no zone: the day and time as they stand in the cell. */
function dayText(value: Date): string {
  const iso = value.toISOString();
  const day = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  return iso.slice(11, 16) === '00:00' ? day : `${day} ${iso.slice(11, 16)}`;
}

function csvOf(bytes: Uint8Array): string[][] | TableProblem {
  const text = decoded(bytes);
  if (text === undefined) return 'legacy';
  if (text.includes('\u0000')) return 'unreadable';
  return parseCsv(text, { delimiter: delimiterOf(text) }).map((row) => row.map(cellText));
}

function decoded(bytes: Uint8Array): string | undefined {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What stands most often in the heading; in the rows below a name may hold anything. */
function delimiterOf(text: string): string {
  const heading = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [';', ',', '\t'].map((one) => ({ one, count: heading.split(one).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).one;
}
