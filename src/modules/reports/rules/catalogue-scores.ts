import { pointsOfShare, type Scored } from './index-scores.ts';

export type AgencyLevel = 'tinh' | 'huyen' | 'xa';

/** What the catalogue says of the procedures of a level. */
export interface CatalogueShares {
  readonly level: AgencyLevel;
  readonly procedures: number;
  /** Received at the one-stop. */
  readonly atOneStop: number;
  /** Published with papers and limit. */
  readonly whole: number;
  readonly online: number;
}

/** Per cent of the procedures that a one-stop of a level receives at least (Điều 13 khoản 5). */
const atLeast: Readonly<Record<AgencyLevel, number>> = { tinh: 20, huyen: 50, xa: 100 };
const [ALL, MOST_OF_THEM] = [100, 90];
const ONLINE = { procedures: 20, two: 30, one: 15 };

/** Index 5: reached is 2, not reached 0; what 1 stands for is not checked. */
export function organisationScore({ level, procedures, atOneStop }: CatalogueShares): Scored {
  const reached = pointsOfShare(atOneStop, procedures, atLeast[level], atLeast[level]);
  return { points: reached, of: procedures === 0 ? 0 : 1 };
}

/** Index 6: all of them 2, nine of ten 1. The thresholds are not checked. */
export function publicityScore({ procedures, whole }: CatalogueShares): Scored {
  return { points: pointsOfShare(whole, procedures, ALL, MOST_OF_THEM), of: procedures === 0 ? 0 : 1 };
}

/** Index 9: a fifth of the procedures online, and of the dossiers 30 % filed online 2, from 15 % on 1. */
export function onlineScore(
  { procedures, online }: CatalogueShares,
  { points: filedOnline, of: received }: Scored,
): Scored {
  if (received === 0) return { points: 0, of: 0 };
  const offered = pointsOfShare(online, procedures, ONLINE.procedures, ONLINE.procedures) === 2;
  const points = offered ? pointsOfShare(filedOnline, received, ONLINE.two, ONLINE.one) : 0;
  return { points, of: 1 };
}
