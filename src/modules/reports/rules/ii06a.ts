import { endedClasses, openClasses } from './class-of-dossier.ts';
import { type ColumnSelection, holdsOfChannel } from './selection.ts';
import type { CountedStanding } from './standing-at.ts';

/** Columns (3) to (13) of Biểu II.06a/VPCP/KSTT; (1) and (2) are the order and the name of the line. */
export const ii06aColumns = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;
export type Ii06aColumn = (typeof ii06aColumns)[number];
export type Ii06aLine = Readonly<Record<Ii06aColumn, number>>;

/**
 * What each column of Biểu II.06a counts (Thông tư 01/2020/TT-VPCP): received (3) = online (4) + directly or by post (5) +
 * from before (6); resolved (7) = early (8) + on time (9) + late (10); open (11) = in time (12) + overdue (13);
 * (3) = (7) + (11).
 */
export const ii06aSelections: Readonly<Record<Ii06aColumn, ColumnSelection>> = {
  3: {},
  4: { before: false, online: true },
  5: { before: false, online: false },
  6: { before: true },
  7: { classes: endedClasses },
  8: { classes: ['early'] },
  9: { classes: ['on-time'] },
  10: { classes: ['late'] },
  11: { classes: openClasses },
  12: { classes: ['in-time'] },
  13: { classes: ['overdue'] },
};

export function ii06aLine(counts: readonly CountedStanding[]): Ii06aLine {
  const of = (column: Ii06aColumn) =>
    counts.reduce((sum, one) => sum + (holdsOfChannel(ii06aSelections[column], one) ? one.count : 0), 0);
  return Object.fromEntries(ii06aColumns.map((column) => [column, of(column)])) as unknown as Ii06aLine;
}

/** The check sums of the form: a column and those that it must be the sum of. */
export const ii06aChecks: readonly (readonly [sum: Ii06aColumn, parts: readonly Ii06aColumn[]])[] = [
  [3, [4, 5, 6]],
  [7, [8, 9, 10]],
  [11, [12, 13]],
  [3, [7, 11]],
];
