import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { ExpectedLate } from '../rules/expected-late.ts';
import { inAnyOf, type LedPlace, minuteOf } from './open-work.ts';

/** Of what falls due from now until the end of a day (legal time): what will be late, by office. */
export async function listExpectedLate(
  q: Queries,
  places: readonly LedPlace[],
  { now, until }: { readonly now: Instant; readonly until: CivilDate },
): Promise<ExpectedLate[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<ExpectedLate>`
    select holder_office_id as "officeId", count(*)::int as due, coalesce(sum(probability), 0)::float8 as expected,
           count(*) filter (where level = 'high')::int as high, count(*) filter (where level = 'medium')::int as medium,
           count(*) filter (where probability is null)::int as unjudged
      from dossiers.report_risk
     where (${inAnyOf(places)}) and due_at between ${minuteOf(now)} and ${`${until}T23:59:59+07:00`}::timestamptz
     group by 1`.execute(q);
  return rows;
}
