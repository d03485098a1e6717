import { type CellStyle, type CellValue, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { sheetName } from './write-sheet.ts';

/** A number may have a format of its own: `0.0`. */
export type FormCell = string | number | { readonly number: number; readonly format: string } | null;

/** A row of a form; `head` is bold and framed, `body` framed, `text` runs over all columns. */
export type FormRow =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean }
  | { readonly kind: 'head' | 'body'; readonly cells: readonly FormCell[]; readonly bold?: boolean };

export interface SheetForm {
  readonly name: string;
  /** In letters of the default font. */
  readonly widths: readonly number[];
  readonly rows: readonly FormRow[];
  /** Heads over several cells, by rows and columns from 0. */
  readonly merges: readonly MergeRange[];
}

const thin = { style: 'thin' as const };
const framed: CellStyle = { border: { top: thin, bottom: thin, left: thin, right: thin } };
const wrapped = { wrapText: true, vertical: 'center' as const };

/** A statutory form as one landscape sheet: title, heads in several rows, lines, notes. Text stays text. */
export function writeForm({ name, widths, rows, merges }: SheetForm): Promise<Uint8Array> {
  const cells: WriteSheet['cells'] = new Map();
  const across: MergeRange[] = [];
  rows.forEach((row, at) => {
    const count = row.kind === 'text' ? 1 : widths.length;
    if (row.kind === 'text')
      across.push({ startRow: at, startCol: 0, endRow: at, endCol: Math.max(1, widths.length - 1) });
    for (let column = 0; column < count; column++)
      cells.set(`${at},${column}`, { style: styleOf(row, column) });
  });
  return writeXlsx({
    sheets: [
      {
        name: sheetName(name),
        columns: widths.map((width) => ({ width })),
        rows: rows.map((row): CellValue[] => (row.kind === 'text' ? [row.text] : row.cells.map(plainOf))),
        cells,
        merges: [...merges, ...across],
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
        },
      },
    ],
  });
}

function styleOf(row: FormRow, column: number): CellStyle {
  const font = row.kind === 'head' || row.bold ? { font: { bold: true } } : {};
  if (row.kind === 'text') return { ...font, alignment: wrapped };
  const centred = row.kind === 'head' ? { horizontal: 'center' as const } : {};
  const format = row.kind === 'body' ? formatOf(row.cells[column] ?? null) : null;
  return {
    ...font,
    ...framed,
    alignment: { ...wrapped, ...centred },
    ...(format ? { numFmt: format } : {}),
  };
}

const plainOf = (cell: FormCell): CellValue => (typeof cell === 'object' && cell ? cell.number : cell);

function formatOf(cell: FormCell): string | null {
  if (typeof cell === 'number') return '#,##0';
  return typeof cell === 'object' && cell ? cell.format : null;
}
