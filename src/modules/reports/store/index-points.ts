import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { type CountedBehind, mayOpen, type Readable } from './behind.ts';
import { endedClass } from './class-sql.ts';

export type ScoredLevel = 'agency' | 'office' | 'officer';

/** Points of a dossier `d`, by index. */
const pointsOfDossier = {
  /** Early two, on time one, late none. */
  1: sql`(array[2, 1, 0])[${endedClass({
    due: sql`d.due_at`,
    ended: sql`d.ended_at`,
    withdrawn: sql`false`,
  })} - 1]`,
  3: sql`greatest(0, 2 - (select count(*) from dossiers.report_interval i
                           where i.dossier_id = d.id and i.kind = 'citizen'))::int`,
  4: sql`case when exists (select from dossiers.report_interval i
                            where i.dossier_id = d.id and i.kind = 'payment') then 1 else 2 end`,
} as const;

/** Points of the steps `s` that are grouped: the worst of them. */
const pointsOfSteps = sql`min(case when s.planned_at is null then 1 when s.at > s.planned_at then 0
                                   when s.at::date = s.planned_at::date then 1 else 2 end)`;

/** Dossiers `d` of an agency that ended in a period. */
const endedIn = (agencyId: string, from: CivilDate, next: CivilDate) => sql`
  d.agency_id = ${agencyId}::uuid
  and d.ended_at >= ${from}::date::timestamptz and d.ended_at < ${next}::date::timestamptz`;

/** Steps `s` that somebody finished before the dossier `d` ended. */
const finished = sql`s.dossier_id = d.id and s.at <= d.ended_at and s.office_id is not null and s.account_id is not null`;

/**
 * The dossiers of an agency that ended in a period with their points by the indices 1, 3 and 4, and the steps of each
 * with their points by index 2 (the worst of each office and person). Whoever finished a step has a part in a dossier.
 */
export const scoredDossiers = (agencyId: string, from: CivilDate, next: CivilDate) => sql`
  ended as (
    select d.id, d.ended_at, ${pointsOfDossier[1]} as p1, ${pointsOfDossier[3]} as p3, ${pointsOfDossier[4]} as p4
      from dossiers.report_ended d where ${endedIn(agencyId, from, next)}
  ), step as (
    select d.id, s.office_id, s.account_id, ${pointsOfSteps} as p2
      from ended d join dossiers.report_step s on ${finished}
     group by d.id, s.office_id, s.account_id
  ), part as (
    select id, 'agency' as level, ${agencyId}::uuid as subject_id from ended
    union all select distinct id, 'office', office_id from step
    union all select distinct id, 'officer', account_id from step
  ), point as (
    select p.level, p.subject_id, i.index, i.points
      from part p join ended e on e.id = p.id
      cross join lateral (values (1, e.p1), (3, e.p3), (4, e.p4)) i (index, points)
    union all select 'agency', ${agencyId}::uuid, 2, min(p2) from step group by id, office_id
    union all select 'office', office_id, 2, min(p2) from step group by id, office_id
    union all select 'officer', account_id, 2, min(p2) from step group by id, account_id
  )`;

/** First day of the month after. */
export function nextMonth(month: CivilDate): CivilDate {
  const [year = 0, of = 0] = month.split('-').map(Number);
  const [nextYear, next] = of === 12 ? [year + 1, 1] : [year, of + 1];
  return `${nextYear}-${String(next).padStart(2, '0')}-01` as CivilDate;
}

/** A dossier behind a score. */
export interface ScoredRow {
  readonly id: string;
  readonly name: string;
  readonly procedureName: string;
  readonly dueAt: Instant | null;
  readonly endedAt: Instant;
  readonly points: number;
  /** Of index 2 the office or person whose steps they were. */
  readonly unitId: string;
}

export interface ScoredSelection {
  readonly agencyId: string;
  readonly level: ScoredLevel;
  readonly subjectId: string;
  readonly index: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface ScoredPage {
  readonly limit: number;
  readonly after: Pick<ScoredRow, 'points' | 'endedAt' | 'id' | 'unitId'> | null;
}

/**
 * The dossiers of a score, with what it needs and no more: those of an agency are not read by their steps, those of a
 * person by no other's.
 */
function scored({ agencyId, level, subjectId, index, from, to }: ScoredSelection) {
  const next = nextMonth(`${to.slice(0, 7)}-01` as CivilDate);
  const ended = endedIn(agencyId, `${from.slice(0, 7)}-01` as CivilDate, next);
  const subject = {
    agency: sql`true`,
    office: sql`s.office_id = ${subjectId}::uuid`,
    officer: sql`s.account_id = ${subjectId}::uuid`,
  }[level];
  const columns = sql`d.id, d.name, d.procedure_name, d.due_at, d.ended_at, d.agency_id`;
  if (index === 2) {
    const unit = level === 'officer' ? sql`s.account_id` : sql`s.office_id`;
    return sql`(select ${columns}, u.points, u.unit_id from dossiers.report_ended d
      cross join lateral (select ${unit} as unit_id, ${pointsOfSteps} as points from dossiers.report_step s
                           where ${finished} and ${subject} group by 1) u
      where ${ended})`;
  }
  const points = pointsOfDossier[index === 3 || index === 4 ? index : 1];
  const hasPart =
    level === 'agency'
      ? sql`true`
      : sql`exists (select from dossiers.report_step s where ${finished} and ${subject})`;
  return sql`(select ${columns}, ${points} as points, ${subjectId}::uuid as unit_id from dossiers.report_ended d
    where ${ended} and ${hasPart})`;
}

/** How many were scored, and those of them that somebody may open. */
export async function countScored(
  q: Queries,
  selection: ScoredSelection,
  readable: Readable,
): Promise<CountedBehind> {
  const { rows } = await sql<CountedBehind>`
    select count(*)::int as "all", (count(*) filter (where ${mayOpen(readable)}))::int as readable
      from ${scored(selection)} s`.execute(q);
  return rows[0] ?? { all: 0, readable: 0 };
}

/** Those that somebody may open, those with the fewest points first. */
export async function listScored(
  q: Queries,
  selection: ScoredSelection,
  readable: Readable,
  { limit, after }: ScoredPage,
): Promise<ScoredRow[]> {
  const beyond = after
    ? sql`(points, ended_at, id, unit_id) > (${after.points}::int, ${after.endedAt}::timestamptz,
        ${after.id}::uuid, ${after.unitId}::uuid)`
    : sql`true`;
  const { rows } = await sql<ScoredRow>`
    select id, name, procedure_name as "procedureName", due_at as "dueAt", ended_at as "endedAt", points,
           unit_id as "unitId"
      from ${scored(selection)} s where ${mayOpen(readable)} and ${beyond}
     order by points, ended_at, id, unit_id limit ${limit}`.execute(q);
  return rows;
}
