/** Columns (3) to (14) of Biểu II.07b: procedures in force, received at a one-stop, with an internal process. */
export const ii07bColumns = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const;
export type Ii07bColumn = (typeof ii07bColumns)[number];

export const levels = ['tinh', 'huyen', 'xa'] as const;
export type ReportLevel = (typeof levels)[number];

/** A procedure in force on the last day of the period, and at which levels it is what. */
export interface CountedProcedure {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly offered: readonly ReportLevel[];
  readonly received: readonly ReportLevel[];
  readonly processed: readonly ReportLevel[];
}

type Part = 'offered' | 'received' | 'processed';
const parts: readonly Part[] = ['offered', 'received', 'processed'];

/** Is the procedure counted in the column? One that several levels handle counts in each, and once in the total. */
export function countsIn(column: Ii07bColumn, procedure: CountedProcedure): boolean {
  const place = column - 3;
  const part = parts[Math.floor(place / 4)] ?? 'offered';
  const level = levels[(place % 4) - 1];
  return level === undefined ? procedure[part].length > 0 : procedure[part].includes(level);
}

export function ii07bValues(procedures: readonly CountedProcedure[]): number[] {
  return ii07bColumns.map((column) => procedures.filter((one) => countsIn(column, one)).length);
}
