import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { LateCause } from '../rules/late-cause.ts';
import type { LateCauseKind } from '../rules/late-causes.ts';
import { REAL } from './real-dossiers.ts';

/** A late dossier, and from what its cause was reckoned; null: it has none yet. */
export interface LateLine {
  readonly id: string;
  readonly seq: number;
  readonly intakeOfficeId: string;
  readonly receivedAt: Instant;
  readonly endedAt: Instant | null;
  readonly basis: string | null;
}

const compared = (moment: RawBuilder<unknown>) =>
  sql`date_trunc(case when d.limit_unit = 'gio' then 'minute' else 'day' end, ${moment})`;
const ENDED_LATE = sql`d.ended_at > d.due_at and d.state not in ('withdrawn', 'not-accepted')
  and ${compared(sql`d.ended_at`)} > ${compared(sql`d.due_at`)}`;
const overdue = (now: Instant) => sql`d.clock = 'running' and d.due_at < ${now}::timestamptz
  and ${compared(sql`${now}::timestamptz`)} > ${compared(sql`d.due_at`)}`;

/** All that are late at `now` (legal time) by the legal clock: `isLate` in SQL. */
export async function listLateLines(q: Queries, now: Instant): Promise<LateLine[]> {
  const { rows } = await sql<LateLine>`
    select d.id, d.head_seq as seq, d.intake_office_id as "intakeOfficeId", d.received_at as "receivedAt",
           d.ended_at as "endedAt", c.basis
      from (select * from ${REAL} d where ${ENDED_LATE} union all select * from ${REAL} d where ${overdue(now)}) d
      left join dossiers.late_cause c on c.dossier_id = d.id
     where d.received_at is not null`.execute(q);
  return rows;
}

/** Why it is late by evidence, and what was said instead. */
export interface KeptCause {
  readonly dossierId: string;
  readonly basis: string;
  readonly reckonedAt: Instant;
  readonly evidence: LateCause;
  readonly said: { readonly cause: LateCauseKind; readonly at: Instant; readonly by: string } | null;
}

export async function saveLateCause(tx: Tx, kept: KeptCause): Promise<void> {
  const { dossierId, basis, reckonedAt, evidence, said } = kept;
  const [{ officeId, officeName, step }] = evidence.parts;
  const row = {
    ...{ basis, reckoned_at: reckonedAt, until_at: evidence.until, excess: evidence.excess },
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

/** Those of dossiers that are not late any more: the clock started anew, or a decision was taken back. */
export async function deleteCausesOfOthers(q: Queries, now: Instant): Promise<void> {
  await sql`delete from dossiers.late_cause c where not exists (
    select from ${REAL} d where d.id = c.dossier_id and ((${ENDED_LATE}) or (${overdue(now)})))`.execute(q);
}
