import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { LimitUnit } from '#kernel/working-time/limit.ts';
import type { Queries } from '#platform/db/database.ts';
import type { PublishedEvent } from '../rules/happened.ts';

export interface PublishedCase {
  readonly id: string;
  readonly number: string | null;
  readonly agencyId: string;
  readonly intakeOfficeId: string;
  readonly channel: string;
  readonly assisted: boolean;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly field: string;
  readonly caseKey: string | null;
  readonly state: string;
  readonly outcome: string | null;
  readonly limitUnit: LimitUnit | null;
  readonly receivedAt: Instant;
  readonly firstDueAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly returnedAt: Instant | null;
}

/** Days of receipt, both included. */
export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * The next dossiers received in these days, in the order of their receipt; real ones only. Asked as
 * `dossier_by_receipt` is written: that index gives them in their order.
 */
export async function listPublishedAfter(
  q: Queries,
  { from, to }: Days,
  after: PublishedCase | null,
  most: number,
): Promise<PublishedCase[]> {
  const behind = after
    ? sql`and (coalesce(received_at, 'infinity'), id) > (${after.receivedAt}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<PublishedCase>`
    select id, number, agency_id as "agencyId", intake_office_id as "intakeOfficeId", channel, assisted,
           procedure_code as "procedureCode", procedure_name as "procedureName", field, case_key as "caseKey",
           state, outcome, limit_unit as "limitUnit", received_at as "receivedAt", first_due_at as "firstDueAt",
           due_at as "dueAt", ended_at as "endedAt", returned_at as "returnedAt"
      from dossiers.report_case
     where coalesce(received_at, 'infinity') >= ${from}::date
       and coalesce(received_at, 'infinity') < ${to}::date + 1 ${behind}
     order by coalesce(received_at, 'infinity'), id
     limit ${most}`.execute(q);
  return rows;
}

export interface PublishedRow extends PublishedEvent {
  readonly dossierId: string;
  readonly accountId: string | null;
  readonly officeId: string | null;
  readonly paperIds: readonly string[];
}

/** All events of these dossiers, of each in their order. */
export async function listPublishedEvents(
  q: Queries,
  dossierIds: readonly string[],
): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select dossier_id as "dossierId", seq, type, at, by_account as "accountId", by_office as "officeId",
           step_index as "stepIndex", to_index as "toIndex", steps, paper_ids as "paperIds"
      from dossiers.report_event
     where dossier_id = any (${[...dossierIds]}::uuid[])
     order by dossier_id, seq`.execute(q);
  return rows;
}
