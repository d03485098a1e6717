import { type RawBuilder, sql } from 'kysely';
import type { ReportClock } from '../rules/report-table.ts';

type Sql = RawBuilder<unknown>;

/**
 * The class of a dossier in SQL, once for all that count: `classOf` and `nationalClassOf` are its rule. A class is its
 * place here; the session's time zone is that of Viet Nam.
 */
export const classesByNumber = sql`array['in-time', 'overdue', 'early', 'on-time', 'late']`;
export const className = (number: Sql) => sql`(${classesByNumber})[${number} + 1]`;

/** What is compared: days; of limits in hours (column `limit_unit`) minutes. */
export const compared = (moment: Sql) =>
  sql`date_trunc(case when limit_unit = 'gio' then 'minute' else 'day' end, ${moment})`;

export interface EndedSql {
  readonly due: Sql;
  readonly ended: Sql;
  /** Whether it was withdrawn. */
  readonly withdrawn: Sql;
}

/** Early (2), on time (3) or late (4). */
export const endedClass = ({ due, ended, withdrawn }: EndedSql) => sql`case
  when ${due} is null or ${withdrawn} or ${compared(ended)} = ${compared(due)} then 3
  when ${ended} < ${due} then 2 else 4 end`;

export interface ClassSql extends EndedSql {
  readonly hasEnded: Sql;
  /** For the applicant. */
  readonly waits: Sql;
  /** The moment that is looked at. */
  readonly at: Sql;
}

export const classNumber = ({ hasEnded, waits, at, ...ended }: ClassSql) => sql`case
  when ${hasEnded} then ${endedClass(ended)}
  when ${waits} or ${ended.due} is null or ${compared(at)} <= ${compared(ended.due)} then 0
  else 1 end`;

/** By QĐ 766 a second request (column `supplements`) makes it late, or overdue; by the law none does. */
export const afterRequests = (hasEnded: Sql, otherwise: Sql) => sql`case
  when supplements > 1 then case when ${hasEnded} then 4 else 1 end else ${otherwise} end`;

/** Of intervals `i`: the due date that is compared, and the requests for supplements that count. */
export const clockColumns: Readonly<Record<ReportClock, Sql>> = {
  legal: sql`i.due_at, 0 as supplements`,
  '766': sql`i.national_due_at as due_at, i.supplements`,
};

/** Of counted dossiers `c`: how they stood, day by day. */
export const standingsBy: Readonly<Record<ReportClock, Sql>> = {
  legal: sql`c.standings`,
  '766': sql`coalesce(c.national, c.standings)`,
};

/** The class in which it ended, or the last one it stood in. */
export const lastClass = (standings: Sql = sql`standings`) =>
  sql`(${standings}[array_length(${standings}, 1)] & 7)`;

/** The columns of counts that say how many have ended by now: early, on time, late. */
export const endedColumns: Readonly<Record<ReportClock, readonly [string, string, string]>> = {
  legal: ['of_early', 'of_on_time', 'of_late'],
  '766': ['of_early_766', 'of_on_time_766', 'of_late_766'],
};
