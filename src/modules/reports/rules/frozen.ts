import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { ReportClock, ReportLine, ReportTable } from './report-table.ts';

/** Which report of which period was given away. */
export interface FrozenQuestion {
  readonly code: string;
  /** Whose report it is. */
  readonly agencyId: string;
  /** Of one agency; null: of all in `agencyIds`. */
  readonly officeCode: string | null;
  readonly from: CivilDate;
  /** Included. */
  readonly to: CivilDate;
  readonly clock: ReportClock;
}

/** A report as it was given away: its numbers never change. */
export interface FrozenReport extends FrozenQuestion {
  readonly id: string;
  readonly table: ReportTable;
  /** Machine time. */
  readonly frozenAt: Instant;
  readonly by: { readonly accountId: string; readonly name: string; readonly title: string };
}

/** What its digest covers, always written the same way. */
export function sealedText({ id, table, by, ...rest }: FrozenReport): string {
  const { code, agencyId, officeCode, from, to, clock, frozenAt } = rest;
  const lines = table.lines.map(({ of, key, name, values }) => [of, key, name, values]);
  return JSON.stringify([
    ...[id, code, agencyId, officeCode, table.agencyIds, from, to, clock, table.at, frozenAt],
    ...[by.accountId, by.name, by.title, table.columns, lines],
    ...(table.countedAt ? [table.countedAt] : []), // not said of most, nor of those from before it was kept
  ]);
}

/** The numbers that somebody sees, always written the same way: what is frozen must be these. */
export function shownText({ agencyIds, columns, lines, countedAt }: ReportTable): string {
  const rows = lines.map(({ of, key, name, values }) => [of, key, name, values]);
  return JSON.stringify([agencyIds, columns, rows, countedAt ?? null]);
}

/** A number that is another one now; null: there is no such line. */
export interface Difference {
  readonly line: ReportLine;
  readonly column: string;
  readonly was: number | null;
  readonly is: number | null;
}

/** Where two countings of one report differ; a line that is missing counts as nothing. */
export function differences(was: ReportTable, is: ReportTable): Difference[] {
  const keyOf = ({ of, key }: ReportLine) => `${of} ${key}`;
  const then = new Map(was.lines.map((line) => [keyOf(line), line]));
  const now = new Map(is.lines.map((line) => [keyOf(line), line]));
  const columns = [...new Set([...was.columns, ...is.columns])];
  return [...new Map([...now, ...then])].flatMap(([key, line]) =>
    columns.flatMap((column): Difference[] => {
      const old = cellOf(was, then.get(key), column);
      const current = cellOf(is, now.get(key), column);
      return (old ?? 0) === (current ?? 0) ? [] : [{ line, column, was: old, is: current }];
    }),
  );
}

function cellOf({ columns }: ReportTable, line: ReportLine | undefined, column: string): number | null {
  return line?.values[columns.indexOf(column)] ?? null;
}

interface ToFreeze {
  readonly today: CivilDate;
  readonly to: CivilDate;
  readonly sumsHold: boolean;
  /** What who freezes it has seen are these numbers. */
  readonly asShown: boolean;
  /** The numbers of the last one that was frozen for the same question, if any. */
  readonly last: ReportTable | undefined;
  readonly table: ReportTable;
}

/**
 * May these numbers be given away? A period must be over, and what a job counts counted since: only then do its numbers
 * stay. Refusals: `reports/period-not-over`, `reports/not-counted-since`, `reports/changed-meanwhile`,
 * `reports/sums-differ`, `reports/frozen-same`.
 */
export function decideFreeze({ today, to, asShown, sumsHold, last, table }: ToFreeze): Outcome<null> {
  if (today <= to) return refused('reports/period-not-over', {});
  const { countedAt } = table;
  if (countedAt !== undefined && (countedAt === null || dateOf(countedAt) <= to))
    return refused('reports/not-counted-since');
  if (!asShown) return refused('reports/changed-meanwhile');
  if (!sumsHold) return refused('reports/sums-differ');
  if (last && differences(last, table).length === 0) return refused('reports/frozen-same');
  return accepted(null);
}
