import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { overdueAt, type placesLed } from '#modules/dossiers/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { lyingDays, type OpenWork } from '../rules/open-work.ts';

export type LedPlace = ReturnType<typeof placesLed>[number];

const heldIn = ({ agencyId, officeIds }: LedPlace) => sql`(agency_id = ${agencyId}
  and (${officeIds}::uuid[] is null or holder_office_id = any (${officeIds}::uuid[])))`;
export const inAnyOf = (places: readonly LedPlace[]) => sql.join(places.map(heldIn), sql` or `);
/** At the due minute itself it is not yet late. */
export const minuteOf = (now: Instant) => sql`${`${now.slice(0, 16)}:00+07:00`}::timestamptz`;
const isDueOn = (day: string) =>
  sql`due_at between ${`${day}T00:00:00+07:00`}::timestamptz and ${`${day}T23:59:59+07:00`}::timestamptz`;

export interface Moments {
  /** Legal time. */
  readonly now: Instant;
  /** The next working day. */
  readonly next: CivilDate;
}

/** Who holds how much at which step, and how long it has lain there. */
export async function listOpenWork(
  q: Queries,
  places: readonly LedPlace[],
  { now, next }: Moments,
): Promise<OpenWork[]> {
  if (places.length === 0) return [];
  const since = (days: number) => sql`${now}::timestamptz - interval '1 day' * ${sql.lit(days)}`;
  const [short, middle, long] = lyingDays.map(since);
  const { rows } = await sql<OpenWork>`
    select holder_office_id as "officeId",
           case when stand_in_until >= ${now.slice(0, 10)}::date then stand_in_account_id else holder_account_id end
             as "accountId",
           step_name as step, count(*)::int as open,
           count(*) filter (where ${overdueAt(now)})::int as late,
           count(*) filter (where clock = 'running' and due_at >= ${minuteOf(now)}
                              and ${isDueOn(now.slice(0, 10))})::int as today,
           count(*) filter (where clock = 'running' and ${isDueOn(next)})::int as next,
           array[count(*) filter (where held_since is null or held_since >= ${short}),
                 count(*) filter (where held_since < ${short} and held_since >= ${middle}),
                 count(*) filter (where held_since < ${middle} and held_since >= ${long}),
                 count(*) filter (where held_since < ${long})]::int[] as lying
      from dossiers.report_open where ${inAnyOf(places)} group by 1, 2, 3`.execute(q);
  return rows;
}

/** A dossier that is past its due date. */
export interface LateLine {
  readonly name: string;
  readonly shortNumber: string | null;
  readonly procedureName: string;
  readonly officeId: string;
  readonly intakeOfficeId: string;
  readonly step: string | null;
  readonly dueAt: Instant;
}

/** The longest overdue first. */
export async function listMostLate(
  q: Queries,
  places: readonly LedPlace[],
  now: Instant,
  most: number,
): Promise<LateLine[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<LateLine>`
    select name, short_number as "shortNumber", procedure_name as "procedureName", holder_office_id as "officeId",
           intake_office_id as "intakeOfficeId", step_name as step, due_at as "dueAt"
      from dossiers.report_open
     where (${inAnyOf(places)}) and ${overdueAt(now)}
     order by due_at, id limit ${most}`.execute(q);
  return rows;
}
