import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { LateCause } from '../rules/late-cause.ts';
import type { LateCauseKind } from '../rules/late-causes.ts';
import { REAL } from './real-dossiers.ts';

const compared = (moment: RawBuilder<unknown>) =>
  sql`date_trunc(case when d.limit_unit = 'gio' then 'minute' else 'day' end, ${moment})`;

/** What is open and overdue at `now` (legal time), and was not reckoned today: `isLate` of the open ones in SQL. */
export async function listOverdueToReckon(q: Queries, now: Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id
      from ${REAL} d
     where d.clock = 'running' and d.due_at < ${now}::timestamptz
       and ${compared(sql`${now}::timestamptz`)} > ${compared(sql`d.due_at`)} and d.received_at is not null
       and coalesce((select c.reckoned_at from dossiers.late_cause c where c.dossier_id = d.id)
             < date_trunc('day', ${now}::timestamptz), true)
     order by d.id`.execute(q);
  return rows.map(({ id }) => id);
}

/** The first of those noted, taken off the notes; one may have been noted more than once. */
export async function takeToReckon(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from dossiers.to_reckon
     where id in (select id from dossiers.to_reckon order by id limit ${most})
    returning dossier_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Notes the late dossiers into whose time an incident fell that was recorded, or ended, since the last time. */
export async function noteOfIncidents(tx: Tx): Promise<void> {
  await sql`
    with changed as (
      delete from dossiers.incident_to_reckon returning incident_id
    ), incident as materialized (
      select from_at, coalesce(to_at, 'infinity') as to_at from incidents.incident
       where id in (select incident_id from changed)
    )
    insert into dossiers.to_reckon (dossier_id)
    select distinct c.dossier_id
      from incident i
      join dossiers.late_cause c on c.until_at > i.from_at
      join ${REAL} d on d.id = c.dossier_id and d.received_at < i.to_at`.execute(tx);
}

/** Why it is late by evidence, and what was said instead. */
export interface KeptCause {
  readonly dossierId: string;
  readonly reckonedAt: Instant;
  readonly evidence: LateCause;
  readonly said: { readonly cause: LateCauseKind; readonly at: Instant; readonly by: string } | null;
}

export async function saveLateCause(tx: Tx, kept: KeptCause): Promise<void> {
  const { dossierId, reckonedAt, evidence, said } = kept;
  const [{ officeId, officeName, step }] = evidence.parts;
  const row = {
    ...{ reckoned_at: reckonedAt, until_at: evidence.until, excess: evidence.excess },
    ...{ cause: evidence.main, office_id: officeId, office_name: officeName, step },
    parts: JSON.stringify(evidence.parts),
    ...{ said_cause: said?.cause ?? null, said_at: said?.at ?? null, said_by: said?.by ?? null },
  };
  await tx
    .insertInto('dossiers.late_cause')
    .values({ dossier_id: dossierId, ...row })
    .onConflict((conflict) => conflict.column('dossier_id').doUpdateSet(row))
    .execute();
}

/** Of one that never was late: its due date was corrected for all its time, or it was annulled. */
export async function deleteLateCause(tx: Tx, dossierId: string): Promise<void> {
  await tx.deleteFrom('dossiers.late_cause').where('dossier_id', '=', dossierId).execute();
}
