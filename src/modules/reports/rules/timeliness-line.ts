import { endedClasses, openClasses } from './class-of-dossier.ts';
import type { CountedStanding } from './standing-at.ts';
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

/** Values in the order of the columns; `punctual` in per mille of what has ended, null while nothing has. */
export function timelinessLine(counts: readonly CountedStanding[]): (number | null)[] {
  const sums = sumUp(counts);
  const before = counts.reduce((sum, one) => sum + (one.before ? one.count : 0), 0);
  const all = { ...sums, received: sums.received - before, before, punctual: punctuality(sums) };
  return timelinessColumns.map((column) => all[column]);
}
