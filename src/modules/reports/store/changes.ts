import { sql } from 'kysely';

type Sql = ReturnType<typeof sql>;

/** The class in which it ended, or the last one it stood in. */
export const lastClass = sql`(standings[array_length(standings, 1)] & 7)`;

const isClass = (number: number) => sql`sign * (${lastClass} = ${sql.lit(number)})::int`;

/**
 * What dossiers (rows of `signed`: `sign`, `received_on`, `ended_on`, `standings` and the columns of `key`) put into the
 * counts of which day: rows like those of `reports.day_count`, with `key` in the place of the line. Sign -1 takes them
 * out.
 */
export function changesOf(signed: Sql, key: Sql): Sql {
  return sql`
    select received_on as day, ${key}, sign as received, 0 as early, 0 as on_time, 0 as late,
           ${isClass(2)} as of_early, ${isClass(3)} as of_on_time, ${isClass(4)} as of_late
      from ${signed}
    union all
    select ended_on, ${key}, 0, ${isClass(2)}, ${isClass(3)}, ${isClass(4)}, 0, 0, 0
      from ${signed} where ended_on is not null`;
}
