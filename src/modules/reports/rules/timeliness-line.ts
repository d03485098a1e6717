import { endedClasses, openClasses } from './class-of-dossier.ts';
import { type ColumnSelection, holds } from './selection.ts';
import type { CountedInClass } from './standing-at.ts';
import { punctuality, sumUp } from './timeliness.ts';

export const timelinessColumns = [
  'received',
  'before',
  'ended',
  ...endedClasses,
  'open',
  ...openClasses,
  'punctual',
] as const;
export type TimelinessColumn = (typeof timelinessColumns)[number];

/** What each column counts; a share has no dossiers of its own. */
export const timelinessSelections: Readonly<Record<TimelinessColumn, ColumnSelection | null>> = {
  received: { before: false },
  before: { before: true },
  ended: { classes: endedClasses },
  early: { classes: ['early'] },
  'on-time': { classes: ['on-time'] },
  late: { classes: ['late'] },
  open: { classes: openClasses },
  'in-time': { classes: ['in-time'] },
  overdue: { classes: ['overdue'] },
  punctual: null,
};

/** Values in the order of the columns; `punctual` in per mille of what has ended, null while nothing has. */
export function timelinessLine(counts: readonly CountedInClass[]): (number | null)[] {
  return timelinessColumns.map((column) => {
    const selection = timelinessSelections[column];
    if (!selection) return punctuality(sumUp(counts));
    return counts.reduce((sum, one) => sum + (holds(selection, one) ? one.count : 0), 0);
  });
}
