import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CausesColumn, CountedLate, LateCauseKind } from '../rules/causes-line.ts';
import { type CountedBehind, mayOpen, type Readable } from './behind.ts';
import { lateThen } from './late-then.ts';
import { lastMoment, type PeriodAsked } from './standing-rows.ts';

/** Late dossiers with what is known of their cause; `due_at` and `ended_at` as they stood at the end of the period. */
function lateRows(asked: PeriodAsked, now: Instant) {
  return sql`(
    select r.id, r.name, r.agency_id, r.procedure_code, r.procedure_name, stood.due_at,
           case when late.ended then stood.from_at end as ended_at, late.ended, r.excess, r.cause, r.said_cause, r.said_at,
           r.said_by, r.counted_cause, r.office_id, r.office_name, r.step
      from late join dossiers.report_late r on r.id = late.dossier_id
      left join lateral (
        select i.due_at, i.from_at from dossiers.report_interval i
         where i.dossier_id = late.dossier_id and i.from_at <= ${lastMoment(asked, now)} order by i.seq desc limit 1) stood on true)`;
}

/**
 * The late dossiers of a period by what is alike of them: ended late in it, or open and overdue at its last moment or at
 * `now` where that comes first (legal time and clock), as they stood then. The cause is the one reckoned last.
 */
export async function countLate(q: Queries, asked: PeriodAsked, now: Instant): Promise<CountedLate[]> {
  const { rows } = await sql<CountedLate>`
    with ${await lateThen(q, asked, now)}
    select agency_id as "agencyId", procedure_code as "procedureCode", max(procedure_name) as "procedureName",
           counted_cause as cause, office_id as "officeId", coalesce(max(office_name), '') as "officeName", step, ended,
           said_cause is not null as corrected, count(*)::int as count, coalesce(sum(excess), 0)::int as minutes
      from late join dossiers.report_late r on r.id = late.dossier_id
     group by agency_id, procedure_code, counted_cause, office_id, step, ended, said_cause is not null`.execute(
    q,
  );
  return rows;
}

/** A number of the report: the line, what it is known by, the column. */
export interface LateSelection {
  readonly of: 'sum' | 'agency' | 'office' | 'procedure' | 'step';
  readonly key: string;
  readonly column: CausesColumn;
}

/** A late dossier as a list shows it: nothing personal. */
export interface LateRow {
  readonly id: string;
  readonly name: string;
  readonly procedureName: string;
  readonly dueAt: Instant;
  readonly endedAt: Instant | null;
  readonly excess: number | null;
  /** By evidence; null: not reckoned yet. */
  readonly cause: LateCauseKind | null;
  readonly saidCause: LateCauseKind | null;
  readonly saidAt: Instant | null;
  readonly saidBy: string | null;
  readonly officeName: string | null;
  readonly step: string | null;
}

export interface LatePage {
  readonly limit: number;
  /** The last line of the page before. */
  readonly after: { readonly at: Instant; readonly id: string } | null;
}

interface Asked {
  readonly asked: PeriodAsked;
  readonly selection: LateSelection;
  readonly readable: Readable;
  readonly now: Instant;
}

/** All of a number, and those of them that somebody may open. */
export async function countLateOf(q: Queries, one: Asked): Promise<CountedBehind> {
  const { asked, selection, readable, now } = one;
  const { rows } = await sql<CountedBehind>`
    with ${await lateThen(q, asked, now)}
    select count(*)::int as "all", (count(*) filter (where ${mayOpen(readable)}))::int as readable
      from ${lateRows(asked, now)} s where ${ofLine(selection)} and ${ofColumn(selection.column)}`.execute(q);
  return rows[0] ?? { all: 0, readable: 0 };
}

/** Those that somebody may open, the longest overdue first. */
export async function listLateOf(
  q: Queries,
  { asked, selection, readable, now }: Asked,
  { limit, after }: LatePage,
): Promise<LateRow[]> {
  const beyond = after ? sql`(due_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
  const { rows } = await sql<LateRow>`
    with ${await lateThen(q, asked, now)}
    select id, name, procedure_name as "procedureName", due_at as "dueAt", ended_at as "endedAt", excess, cause,
           said_cause as "saidCause", said_at as "saidAt", said_by as "saidBy", office_name as "officeName", step
      from ${lateRows(asked, now)} s
     where ${ofLine(selection)} and ${ofColumn(selection.column)} and ${mayOpen(readable)} and ${beyond}
     order by due_at, id limit ${limit}`.execute(q);
  return rows;
}

function ofLine({ of, key }: LateSelection): RawBuilder<unknown> {
  switch (of) {
    case 'sum':
      return sql`true`;
    case 'agency':
      return sql`agency_id::text = ${key}`;
    case 'office':
      return sql`coalesce(office_id::text, '') = ${key}`;
    case 'procedure':
      return sql`procedure_code = ${key}`;
    case 'step':
      return sql`coalesce(step, '') = ${key}`;
  }
}

/** `isCounted` in SQL. */
function ofColumn(column: CausesColumn): RawBuilder<unknown> {
  switch (column) {
    case 'late':
    case 'hours':
      return sql`true`;
    case 'ended-late':
      return sql`ended`;
    case 'open-late':
      return sql`not ended`;
    case 'unreckoned':
      return sql`counted_cause is null`;
    case 'corrected':
      return sql`said_cause is not null`;
    default:
      return sql`counted_cause = ${column}`;
  }
}
