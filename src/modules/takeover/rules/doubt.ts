import type { ColumnKey } from './columns.ts';

/**
 * `error`: nothing of the file is taken over before it is put right. `warning`: only when it is accepted. `note`: to
 * be known.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Something about a file of dossiers that a person must look at. It names no person. */
export interface Doubt {
  readonly severity: Severity;
  /** Words `takeover.doubt.<code>`. */
  readonly code: string;
  /** As a spreadsheet counts: the heading is 1. Null: the whole file. */
  readonly row: number | null;
  readonly column: ColumnKey | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Params = Doubt['params'];

/** The cells of one row, and what is doubtful in them. */
export class RowReader {
  readonly row: number;
  readonly doubts: Doubt[] = [];
  readonly #cells: ReadonlyMap<ColumnKey, string>;

  constructor(row: number, cells: ReadonlyMap<ColumnKey, string>) {
    this.row = row;
    this.#cells = cells;
  }

  text(column: ColumnKey): string {
    return this.#cells.get(column) ?? '';
  }

  add(severity: Severity, code: string, column: ColumnKey | null, params: Params = {}): void {
    this.doubts.push({ severity, code, row: this.row, column, params });
  }

  error(code: string, column: ColumnKey, params: Params = {}): void {
    this.add('error', code, column, params);
  }

  warning(code: string, column: ColumnKey, params: Params = {}): void {
    this.add('warning', code, column, params);
  }
}
