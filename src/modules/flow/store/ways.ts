import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { FlowStep, PublishedEvent } from '../rules/happened.ts';
import { movingEvents, planningEvents } from '../rules/moves.ts';
import type { Days } from './published.ts';

export interface WaysAsked extends Days {
  readonly agencyIds: readonly string[];
  readonly procedureCode: string;
}

/** The way of a dossier is over. */
const OVER = sql`state in ('returned', 'withdrawn', 'stopped')`;

const asked = ({ agencyIds, procedureCode, from, to }: WaysAsked) => sql`
  agency_id = any (${[...agencyIds]}::uuid[]) and procedure_code = ${procedureCode}
  and received_at >= ${from}::date and received_at < ${to}::date + 1`;

export interface PublishedWay {
  readonly id: string;
  readonly intakeOfficeId: string;
  readonly receivedAt: Instant;
  readonly endedAt: Instant;
  /** Those that say something of the way. */
  readonly events: readonly PublishedEvent[];
}

type EventParts = readonly [
  seq: number,
  type: PublishedEvent['type'],
  at: Instant,
  stepIndex: number | null,
  toIndex: number | null,
  steps: readonly (readonly [code: string, kind: FlowStep['kind']])[] | null,
];
interface WayRow extends Omit<PublishedWay, 'events'> {
  readonly events: readonly EventParts[] | null;
}

/**
 * Ways that are over, those received last first; the index `dossier_flow` finds them. What an event holds is opened once:
 * those that plan name no step, those that name one plan none.
 */
export async function listWays(q: Queries, about: WaysAsked, most: number): Promise<PublishedWay[]> {
  const { rows } = await sql<WayRow>`
    select c.id, c.intake_office_id as "intakeOfficeId", c.received_at as "receivedAt", c.ended_at as "endedAt", e.events
      from (select id, intake_office_id, received_at, ended_at from dossiers.report_case
             where ${asked(about)} and ${OVER} and ended_at is not null
             order by received_at desc, id limit ${most}) c
      cross join lateral (
        select jsonb_agg(case when e.type = any (${[...planningEvents]}::text[])
                 then jsonb_build_array(e.seq, e.type, e.at, null, null,
                   (select jsonb_agg(jsonb_build_array(s -> 'code', s -> 'kind')) from jsonb_array_elements(e.steps) s))
                 else jsonb_build_array(e.seq, e.type, e.at, e.step_index, e.to_index, null) end order by e.seq) as events
          from dossiers.report_event e
         where e.dossier_id = c.id and e.type = any (${[...movingEvents]}::text[])) e
     order by c.received_at desc, c.id`.execute(q);
  return rows.map((row) => ({ ...row, events: (row.events ?? []).map(eventOf) }));
}

function eventOf([seq, type, at, stepIndex, toIndex, written]: EventParts): PublishedEvent {
  const steps = written?.map(([code, kind]) => ({ code, kind, name: code, role: '' })) ?? null;
  return { seq, type, at, stepIndex, toIndex, steps };
}

/** How many ways are over, how many dossiers are still on their way. */
export async function countWays(q: Queries, about: WaysAsked): Promise<{ over: number; open: number }> {
  const { rows } = await sql<{ over: number; open: number }>`
    select count(*) filter (where ${OVER})::int as over,
           count(*) filter (where not ${OVER} and state <> 'not-accepted')::int as open
      from dossiers.report_case where ${asked(about)}`.execute(q);
  return rows[0] ?? { over: 0, open: 0 };
}

/** The steps that a dossier was planned with last. */
export async function findPlan(q: Queries, dossierId: string): Promise<readonly FlowStep[]> {
  const { rows } = await sql<{ steps: readonly FlowStep[] }>`
    select steps from dossiers.report_event
     where dossier_id = ${dossierId} and steps is not null order by seq desc limit 1`.execute(q);
  return rows[0]?.steps ?? [];
}

export interface ProcedureCount {
  readonly code: string;
  readonly name: string;
  /** Received. */
  readonly count: number;
}

/** Which procedures the dossiers of a period were about, the most frequent first. */
export async function countProcedures(
  q: Queries,
  { agencyIds, from, to }: Omit<WaysAsked, 'procedureCode'>,
): Promise<ProcedureCount[]> {
  const { rows } = await sql<ProcedureCount>`
    select p.code, p.count, n.name
      from (select procedure_code as code, count(*)::int as count
              from dossiers.report_case
             where agency_id = any (${[...agencyIds]}::uuid[])
               and received_at >= ${from}::date and received_at < ${to}::date + 1
             group by procedure_code) p
      cross join lateral (
        select procedure_name as name from dossiers.report_case
         where agency_id = any (${[...agencyIds]}::uuid[]) and procedure_code = p.code
         order by received_at desc limit 1) n
     order by p.count desc, p.code`.execute(q);
  return rows;
}
