import { type RawBuilder, sql } from 'kysely';
import { addDays, type CivilDate } from '#kernel/civil-date.ts';

const firstOfMonth = (day: CivilDate) => `${day.slice(0, 8)}01` as CivilDate;
const firstOfNextMonth = (day: CivilDate) => firstOfMonth(addDays(firstOfMonth(day), 31));

/** What came and ended from a day to another, both included: whole months, and the days beside them. */
export const flowsOf = (from: CivilDate, to: CivilDate) =>
  over(
    sql`line_id, received, early, on_time, late, of_early, of_on_time, of_late`,
    'day_count',
    'month_count',
  )(from, to);

/** Of those received in this time what has ended, by who handled it. */
export const handledFlowsOf = (from: CivilDate, to: CivilDate) =>
  over(sql`handler_id, of_early, of_on_time, of_late`, 'handled_day', 'handled_month')(from, to);

function over(columns: RawBuilder<unknown>, days: string, months: string) {
  const [ofDays, ofMonths] = [sql.table(`reports.${days}`), sql.table(`reports.${months}`)];
  return (from: CivilDate, to: CivilDate) => {
    const after = firstOfMonth(addDays(to, 1));
    const first = from === firstOfMonth(from) ? from : firstOfNextMonth(from);
    if (first >= after)
      return sql`select day, ${columns} from ${ofDays} where day between ${from}::date and ${to}::date`;
    return sql`
      select month as day, ${columns} from ${ofMonths} where month >= ${first}::date and month < ${after}::date
      union all
      select day, ${columns} from ${ofDays}
       where (day >= ${from}::date and day < ${first}::date) or (day >= ${after}::date and day <= ${to}::date)`;
  };
}
