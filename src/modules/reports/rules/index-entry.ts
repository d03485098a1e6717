import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { pointsOfShare, type Scored, type TypedIndex } from './index-scores.ts';

export interface Quarter {
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
}

/**
 * What somebody counted for a quarter. Attitude (7): slips very satisfied, satisfied, not satisfied. Feedback (8):
 * answered in time, all.
 */
export interface IndexEntry extends Quarter {
  readonly index: TypedIndex;
  readonly counts: readonly number[];
  /** Where it can be read again: number and date of a report or minutes. */
  readonly evidence: string;
}

const FIRST_YEAR = 2018;
const MONTHS_OF_QUARTER = 3;
const MOST = 1_000_000;

/**
 * Counted for a quarter that has begun. Refusals: `quarter-unknown`, `counts-missing`, `counts-empty`,
 * `answered-more`, `evidence-missing`.
 */
export function checkEntry(
  { year, quarter, index, counts, evidence }: IndexEntry,
  now: Instant,
): Outcome<null> {
  if (!isBegun({ year, quarter }, now)) return refused('reports/quarter-unknown', undefined, 'quy');
  const wanted = index === 7 ? 3 : 2;
  const areCounts = counts.every((one) => Number.isSafeInteger(one) && one >= 0 && one <= MOST);
  if (counts.length !== wanted || !areCounts) return refused('reports/counts-missing', undefined, 'so-1');
  const [first = 0, second = 0] = counts;
  if (index === 8 && first > second) return refused('reports/answered-more', undefined, 'so-1');
  if (counts.every((one) => one === 0)) return refused('reports/counts-empty', undefined, 'so-1');
  return evidence.trim() ? accepted(null) : refused('reports/evidence-missing', undefined, 'can-cu');
}

function isBegun({ year, quarter }: Quarter, now: Instant): boolean {
  if (!Number.isSafeInteger(year) || year < FIRST_YEAR || ![1, 2, 3, 4].includes(quarter)) return false;
  return firstMonth({ year, quarter }) <= dateOf(now);
}

function firstMonth({ year, quarter }: Quarter): string {
  const month = (quarter - 1) * MONTHS_OF_QUARTER + 1;
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

/** Of a day. */
export function quarterOf(day: string): Quarter {
  return { year: Number(day.slice(0, 4)), quarter: Math.ceil(Number(day.slice(5, 7)) / MONTHS_OF_QUARTER) };
}

/** Those of which a month lies in the period, both days included. */
export function quartersOf(from: string, to: string): Quarter[] {
  const last = quarterOf(to);
  const found: Quarter[] = [];
  for (let one = quarterOf(from); before(one, last) || same(one, last); one = next(one)) found.push(one);
  return found;
}

const same = (a: Quarter, b: Quarter) => a.year === b.year && a.quarter === b.quarter;
const before = (a: Quarter, b: Quarter) => a.year < b.year || (a.year === b.year && a.quarter < b.quarter);
const next = ({ year, quarter }: Quarter): Quarter =>
  quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: quarter + 1 };

/** Of each agency or officer, quarter and index the one that was typed last; given the latest first. */
export function lastEntries<
  E extends IndexEntry & { readonly agencyId: string; readonly accountId: string | null },
>(entries: readonly E[]): E[] {
  const keyOf = ({ agencyId, accountId, year, quarter, index }: E) =>
    [agencyId, accountId ?? '', year, quarter, index].join(' ');
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const [ALL, MOST_OF_THEM] = [100, 90];

/** What the counts of some quarters give together: every slip is scored, feedback as a whole. */
export function scoredOfEntries(
  index: TypedIndex,
  entries: readonly Pick<IndexEntry, 'counts'>[],
): Scored | null {
  if (entries.length === 0) return null;
  const sum = (place: number) => entries.reduce((so, { counts }) => so + (counts[place] ?? 0), 0);
  if (index === 8) return { points: pointsOfShare(sum(0), sum(1), ALL, MOST_OF_THEM), of: 1 };
  return { points: 2 * sum(0) + sum(1), of: sum(0) + sum(1) + sum(2) };
}
