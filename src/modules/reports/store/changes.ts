import { type RawBuilder, sql } from 'kysely';
import type { ReportClock } from '../rules/report-table.ts';
import { endedColumns, lastClass } from './class-sql.ts';

type Sql = RawBuilder<unknown>;

const legal = sql`standings`;
const column: Readonly<Record<ReportClock, Sql>> = { legal, '766': sql`national` };

/** Of rows with a `sign`: how each counts as early, on time and late, by a clock. */
export const endedNow = (clock: ReportClock): readonly Sql[] =>
  [2, 3, 4].map((number) => sql`sign * (${lastClass(column[clock])} = ${sql.lit(number)})::int`);

/**
 * What dossiers (rows of `signed`: `sign`, `received_on`, `ended_on`, `standings`, of the other clock `national`, and the
 * columns of `key`) put into the counts of which day: rows like those of `reports.day_count`, with `key` in the place of
 * the line. Sign -1 takes them out.
 */
export function changesOf(signed: Sql, key: Sql, clocks: readonly ReportClock[]): Sql {
  const names = clocks.flatMap((clock) => endedColumns[clock]);
  const ofReceived = sql.join(
    clocks.flatMap(endedNow).map((value, at) => sql`${value} as ${sql.ref(names[at] ?? '')}`),
  );
  const none = sql.join(names.map(() => sql`0`));
  return sql`
    select received_on as day, ${key}, sign as received, 0 as early, 0 as on_time, 0 as late, ${ofReceived}
      from ${signed}
    union all
    select ended_on, ${key}, 0, ${sql.join(endedNow('legal'))}, ${none} from ${signed} where ended_on is not null`;
}
