import { type RawBuilder, sql } from 'kysely';
import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import type { ReportClock } from '../rules/report-table.ts';
import { endedColumns } from './class-sql.ts';

type Sql = RawBuilder<unknown>;

const firstOfMonth = (day: CivilDate) => `${day.slice(0, 8)}01` as CivilDate;
const firstOfNextMonth = (day: CivilDate) => firstOfMonth(addDays(firstOfMonth(day), 31));

/** Which counts: of lines or of handlers, day by day and month by month. */
const tables = {
  line: { days: sql`reports.day_count`, months: sql`reports.month_count`, key: sql`line_id` },
  handler: { days: sql`reports.handled_day`, months: sql`reports.handled_month`, key: sql`handler_id` },
} as const;

/**
 * Of those received from a day to another, both included, how many have ended early, on time, late (`of_early`,
 * `of_on_time`, `of_late`), by whole months and the days beside them, and by what they are counted of.
 */
export function flowsOf(of: keyof typeof tables, clock: ReportClock, from: CivilDate, to: CivilDate): Sql {
  const { days, months, key } = tables[of];
  const [early, onTime, late] = endedColumns[clock].map((name) => sql.ref(name));
  const columns = sql`${key}, ${early} as of_early, ${onTime} as of_on_time, ${late} as of_late`;
  const after = firstOfMonth(addDays(to, 1));
  const first = from === firstOfMonth(from) ? from : firstOfNextMonth(from);
  if (first >= after)
    return sql`select day, ${columns} from ${days} where day between ${from}::date and ${to}::date`;
  return sql`
    select month as day, ${columns} from ${months} where month >= ${first}::date and month < ${after}::date
    union all
    select day, ${columns} from ${days}
     where (day >= ${from}::date and day < ${first}::date) or (day >= ${after}::date and day <= ${to}::date)`;
}
