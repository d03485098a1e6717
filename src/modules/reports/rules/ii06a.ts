import type { DossierClass } from './class-of-dossier.ts';
import type { CountedStanding } from './standing-at.ts';

/** Columns (3) to (13) of Biểu II.06a/VPCP/KSTT; (1) and (2) are the order and the name of the line. */
export const ii06aColumns = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;
export type Ii06aColumn = (typeof ii06aColumns)[number];
export type Ii06aLine = Readonly<Record<Ii06aColumn, number>>;

/**
 * A line of Biểu II.06a (Thông tư 01/2020/TT-VPCP): received (3) = online (4) + directly or by post (5) + from before
 * (6); resolved (7) = early (8) + on time (9) + late (10); open (11) = in time (12) + overdue (13); (3) = (7) + (11).
 */
export function ii06aLine(counts: readonly CountedStanding[]): Ii06aLine {
  const of = (holds: (one: CountedStanding) => boolean) =>
    counts.reduce((sum, one) => sum + (holds(one) ? one.count : 0), 0);
  const stands = (name: DossierClass) => of((one) => one.class === name);
  const before = of((one) => one.before);
  const online = of((one) => !one.before && one.channel === 'online');
  const otherwise = of((one) => !one.before && one.channel !== 'online');
  const [early, onTime, late] = [stands('early'), stands('on-time'), stands('late')];
  const [inTime, overdue] = [stands('in-time'), stands('overdue')];
  return {
    ...{ 3: online + otherwise + before, 4: online, 5: otherwise, 6: before },
    ...{ 7: early + onTime + late, 8: early, 9: onTime, 10: late },
    ...{ 11: inTime + overdue, 12: inTime, 13: overdue },
  };
}
