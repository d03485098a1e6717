import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { ListCursor } from '../rules/list-cursor.ts';
import type { RiskLevel } from '../rules/risk.ts';
import { columns, type DossierLine, lineOf } from './lists.ts';
import { minuteOf, overdueAt } from './overdue.ts';
import { REAL } from './real-dossiers.ts';
import { RISK_OF_D } from './risks.ts';

/** Open work of one holder: a person, or an office where nobody has taken it yet. */
export interface LoadLine {
  readonly officeId: string;
  readonly accountId: string | null;
  readonly open: number;
  readonly late: number;
  readonly today: number;
}

/** What a leader answers for: an agency, or some of its offices. */
export interface LedPlace {
  readonly agencyId: string;
  readonly officeIds: readonly string[] | null;
}

/** Who has it in hand: what a substitute has taken over is theirs until the last day of it. */
const holderOn = (now: Instant) => sql`case when stand_in_until >= ${now.slice(0, 10)}::date
  then stand_in_account_id else holder_account_id end`;
const heldIn = ({ agencyId, officeIds }: LedPlace) => sql`agency_id = ${agencyId}
  and state in ('accepted', 'in-progress') and holder_office_id is not null
  and (${officeIds}::uuid[] is null or holder_office_id = any (${officeIds}::uuid[]))`;

/** Who holds how much of an agency's open work, most overdue first. `now` is legal time. */
export async function listLoad(q: Queries, place: LedPlace, now: Instant): Promise<LoadLine[]> {
  const night = `${now.slice(0, 10)}T23:59:59+07:00`;
  const { rows } = await sql<LoadLine>`
    select holder_office_id as "officeId", ${holderOn(now)} as "accountId", count(*)::int as open,
           count(*) filter (where ${overdueAt(now)})::int as late,
           count(*) filter (where clock = 'running' and due_at >= ${minuteOf(now)}::timestamptz
                              and due_at <= ${night}::timestamptz)::int as today
      from ${REAL} d
     where ${heldIn(place)}
     group by 1, 2 order by late desc, open desc, 1, 2 limit 200`.execute(q);
  return rows;
}

/** When it falls due: before now, later today, on a day (`CivilDate`), or whenever. */
export type DueWhen = 'late' | 'today' | CivilDate | null;

/** Whose open work is asked for: of one office, of one person there, or what nobody there has taken. */
export interface HeldFilter {
  readonly officeId: string | null;
  readonly accountId: string | 'nobody' | null;
  readonly due: DueWhen;
  /** Only what stands at this step; `-`: at none. */
  readonly step?: string | null;
  /** Due from now until the end of this day. */
  readonly until?: CivilDate | null;
  /** Judged so, as it stands. */
  readonly risk?: RiskLevel | null;
}

const soon = (now: Instant, until: CivilDate) => sql`clock = 'running'
  and due_at between ${minuteOf(now)}::timestamptz and ${`${until}T23:59:59+07:00`}::timestamptz`;

function dueIn(when: DueWhen, now: Instant) {
  if (when === null) return sql`true`;
  if (when === 'late') return overdueAt(now);
  const [from, day] = when === 'today' ? [minuteOf(now), now.slice(0, 10)] : [`${when}T00:00:00+07:00`, when];
  return sql`clock = 'running' and due_at between ${from}::timestamptz and ${`${day}T23:59:59+07:00`}::timestamptz`;
}

const due = sql`coalesce(due_at, 'infinity')`;

/** The dossiers that `listLoad` counts, what is due first before the others. `now` is legal time. */
export async function listHeld(
  q: Queries,
  places: readonly LedPlace[],
  { officeId, accountId, due: when, step = null, until = null, risk = null }: HeldFilter,
  page: { readonly now: Instant; readonly limit: number; readonly after: ListCursor | null },
): Promise<DossierLine[]> {
  if (places.length === 0) return [];
  const { now, after, limit } = page;
  const conditions = [
    sql`(${sql.join(
      places.map((place) => sql`(${heldIn(place)})`),
      sql` or `,
    )})`,
    dueIn(when, now),
    ...(officeId ? [sql`holder_office_id = ${officeId}::uuid`] : []),
    ...(accountId === 'nobody' ? [sql`${holderOn(now)} is null`] : []),
    ...(accountId && accountId !== 'nobody' ? [sql`${holderOn(now)} = ${accountId}::uuid`] : []),
    ...(step === null ? [] : [step === '-' ? sql`step_name is null` : sql`step_name = ${step}`]),
    ...(until === null ? [] : [soon(now, until)]),
    ...(risk === null ? [] : [sql`exists (select from ${RISK_OF_D} r where r.risk_level = ${risk})`]),
    ...(after ? [sql`(${due}, id) > (${after.at ?? 'infinity'}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  const found = await sql<Parameters<typeof lineOf>[0]>`
    select ${sql.join(columns.map((column) => sql.ref(`d.${column}`)))} from ${REAL} d
     where ${sql.join(conditions, sql` and `)} order by ${due}, id limit ${limit}`.execute(q);
  return found.rows.map(lineOf);
}
