import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { readPaperNumber } from './asking.ts';
import { STRANGERS_A_DAY } from './strangers.ts';

/** How an agency is watched, and how long it keeps dossiers. */
export interface AgencyRule {
  /** 0: nothing has been decided, the defaults hold. */
  readonly version: number;
  readonly strangersADay: number;
  /** The longest period of the agency's archive table; null until it is decided. */
  readonly retentionYears: number | null;
  /** Number of the paper that decides it. */
  readonly retentionPaper: string | null;
}

export const defaultRule: AgencyRule = {
  version: 0,
  strangersADay: STRANGERS_A_DAY,
  retentionYears: null,
  retentionPaper: null,
};

/**
 * Reads what an officer typed. Refusals: `protection/strangers-wrong` (5 to 1000), `protection/years-wrong` (1 to
 * 100, or empty), `protection/paper-missing` (a period needs the number of the paper that decides it).
 */
export function readAgencyRule(typed: {
  readonly strangers: string;
  readonly years: string;
  readonly paper: string;
}): Outcome<Omit<AgencyRule, 'version'>> {
  const strangersADay = whole(typed.strangers, 5, 1000);
  if (strangersADay === undefined) return refused('protection/strangers-wrong', undefined, 'nguong');
  if (typed.years.trim() === '')
    return accepted({ strangersADay, retentionYears: null, retentionPaper: null });
  const retentionYears = whole(typed.years, 1, 100);
  if (retentionYears === undefined) return refused('protection/years-wrong', undefined, 'so-nam');
  const retentionPaper = readPaperNumber(typed.paper);
  if (!retentionPaper) return refused('protection/paper-missing', undefined, 'quyet-dinh');
  return accepted({ strangersADay, retentionYears, retentionPaper });
}

/** A whole number within its bounds, else undefined. */
export function whole(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
