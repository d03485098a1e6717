import { writeXlsx } from 'hucre/xlsx';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface SheetColumn {
  readonly head: string;
  /** In letters of the default font. */
  readonly width: number;
}

type Cell = string | number | null;

/** What Excel takes as the name of a sheet: at most 31 letters, none of these. */
export function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

/** One sheet with a head that stays in sight. Text stays text: nothing typed by anybody becomes a formula. */
export function writeSheet(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly Cell[])[],
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: sheetName(name),
        columns: columns.map(({ head, width }) => ({ header: head, width })),
        rows: [columns.map(({ head }) => head), ...rows.map((row) => [...row])],
        freezePane: { rows: 1 },
      },
    ],
  });
}
