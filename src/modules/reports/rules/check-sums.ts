import type { ReportTable } from './report-table.ts';

/** A column of a form and those whose sum it must be. */
export interface CheckSum {
  readonly sum: string;
  readonly parts: readonly string[];
}

export interface CheckedSum extends CheckSum {
  /** Numbers of the lines, from 1, where it does not hold. */
  readonly wrongLines: readonly number[];
}

/** Does every line keep the check sums of its form? An empty cell counts as nothing. */
export function checkSums({ columns, lines }: ReportTable, checks: readonly CheckSum[]): CheckedSum[] {
  return checks.map((check) => {
    const wrongLines = lines.flatMap(({ values }, index) => {
      const of = (column: string) => values[columns.indexOf(column)] ?? 0;
      return of(check.sum) === check.parts.reduce((sum, part) => sum + of(part), 0) ? [] : [index + 1];
    });
    return { ...check, wrongLines };
  });
}

/** `(3) = (4) + (5) + (6)`. */
export function checkText({ sum, parts }: CheckSum): string {
  return `(${sum}) = ${parts.map((part) => `(${part})`).join(' + ')}`;
}
