import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { REAL } from './real-dossiers.ts';

/** Open work of one holder: a person, or an office where nobody has taken it yet. */
export interface LoadLine {
  readonly officeId: string;
  readonly accountId: string | null;
  readonly open: number;
  readonly late: number;
  readonly today: number;
}

/**
 * Who holds how much of an agency's open work, most overdue first: what a substitute has taken over is theirs until
 * the last day of it. `now` is legal time.
 */
export async function listLoad(
  q: Queries,
  agencyId: string,
  officeIds: readonly string[] | null,
  now: Instant,
): Promise<LoadLine[]> {
  const minute = `${now.slice(0, 16)}:00+07:00`;
  const night = `${now.slice(0, 10)}T23:59:59+07:00`;
  const { rows } = await sql<LoadLine>`
    select holder_office_id as "officeId",
           case when stand_in_until >= ${now.slice(0, 10)}::date then stand_in_account_id
                else holder_account_id end as "accountId", count(*)::int as open,
           count(*) filter (where clock = 'running' and due_at < ${minute}::timestamptz)::int as late,
           count(*) filter (where clock = 'running' and due_at >= ${minute}::timestamptz
                              and due_at <= ${night}::timestamptz)::int as today
      from ${REAL} d
     where agency_id = ${agencyId} and state in ('accepted', 'in-progress') and holder_office_id is not null
       and (${officeIds}::uuid[] is null or holder_office_id = any (${officeIds}::uuid[]))
     group by 1, 2 order by late desc, open desc, 1, 2 limit 200`.execute(q);
  return rows;
}
