import type { ColumnKey } from './columns.ts';

/**
 * `error`: nothing of the file is taken over before it is put right. `warning`: only when it is accepted. `note`: to
 * be known.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Everything that may be doubtful; the words are `takeover.doubt.<code>`. */
export const doubtCodes = [
  'column-unknown',
  'column-doubled',
  'column-missing',
  'row-empty',
  'too-long',
  'number-missing',
  'number-wrong',
  'number-twice',
  'number-given',
  'already-taken-over',
  'number-of-other-day',
  'number-in-future',
  'moves-series',
  'register-closed',
  'procedure-missing',
  'procedure-unknown',
  'procedure-not-in-force',
  'procedure-other-level',
  'procedure-not-here',
  'no-process',
  'case-needed',
  'case-unknown',
  'word-unknown',
  'kind-unknown',
  'name-missing',
  'name-odd',
  'name-capitals',
  'authorised-unnamed',
  'address-missing',
  'place-unknown',
  'place-abolished',
  'phone-wrong',
  'id-missing',
  'id-wrong',
  'id-zero-lost',
  'id-unknown-place',
  'id-birth-year-differs',
  'tax-code-missing',
  'tax-code-wrong',
  'born-in-future',
  'date-unreadable',
  'received-missing',
  'received-without-time',
  'received-in-future',
  'received-on-day-off',
  'due-missing',
  'due-before-received',
  'due-differs',
  'late-already',
  'long-late',
  'state-missing',
  'not-open',
  'time-impossible',
  'needed-in-state',
  'waiting-for-missing',
  'does-not-fit-state',
  'amount-unreadable',
  'count-unreadable',
  'step-unknown',
  'office-unknown',
  'office-not-in-process',
  'office-missing',
  'person-unknown',
  'person-wrong-role',
  'person-ambiguous',
] as const;
export type DoubtCode = (typeof doubtCodes)[number];

/** Something about a file of dossiers that a person must look at. It names no person. */
export interface Doubt {
  readonly severity: Severity;
  readonly code: DoubtCode;
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

  add(severity: Severity, code: DoubtCode, column: ColumnKey | null, params: Params = {}): void {
    this.doubts.push({ severity, code, row: this.row, column, params });
  }

  error(code: DoubtCode, column: ColumnKey, params: Params = {}): void {
    this.add('error', code, column, params);
  }

  warning(code: DoubtCode, column: ColumnKey, params: Params = {}): void {
    this.add('warning', code, column, params);
  }
}
