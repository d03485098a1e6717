import { type Selectable, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { LimitUnit } from '#kernel/working-time/limit.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import { type Commitment, type CommittedLimit, commitmentOf } from '../rules/commitment.ts';

function limitOf(row: Selectable<DB['catalogue.commitment']>): CommittedLimit {
  return {
    id: row.id,
    ordinal: Number(row.ordinal),
    agencyId: row.agency_id,
    procedureCode: row.procedure_code,
    limit: row.value === null ? null : { value: row.value, unit: row.unit as LimitUnit }, // checked by the table
    decision: { number: row.decision_number, date: row.decision_date, body: row.decision_body },
    validFrom: row.valid_from,
    validTo: row.valid_to,
    setBy: { accountId: row.set_by, name: row.set_by_name },
    setAt: row.set_at,
  };
}

/** Every word that an agency ever gave, the latest first; of one procedure where a code is given. */
export async function listCommitments(
  q: Queries,
  agencyId: string,
  code?: string,
): Promise<CommittedLimit[]> {
  let query = q.selectFrom('catalogue.commitment').selectAll().where('agency_id', '=', agencyId);
  if (code !== undefined) query = query.where('procedure_code', '=', code);
  return (await query.orderBy('ordinal', 'desc').execute()).map(limitOf);
}

export interface CommitmentAsked {
  readonly agencyId: string;
  readonly procedureCode: string;
  readonly on: CivilDate;
}

/** What an agency promises for a procedure on a day. */
export async function findCommitment(
  q: Queries,
  { agencyId, procedureCode, on }: CommitmentAsked,
): Promise<Commitment | undefined> {
  const row = await q
    .selectFrom('catalogue.commitment')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('procedure_code', '=', procedureCode)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && commitmentOf(limitOf(row));
}

/** Until the transaction ends nobody else promises for this procedure at this agency. */
export async function lockCommitments(tx: Tx, agencyId: string, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`commitment:${agencyId}:${code}`}, 0))`.execute(
    tx,
  );
}

export async function insertCommitment(tx: Tx, one: Omit<CommittedLimit, 'ordinal'>): Promise<void> {
  await tx
    .insertInto('catalogue.commitment')
    .values({
      ...{ id: one.id, agency_id: one.agencyId, procedure_code: one.procedureCode },
      ...{ value: one.limit?.value ?? null, unit: one.limit?.unit ?? null },
      ...{ decision_number: one.decision.number, decision_date: one.decision.date },
      ...{ decision_body: one.decision.body, valid_from: one.validFrom, valid_to: one.validTo },
      ...{ set_by: one.setBy.accountId, set_by_name: one.setBy.name, set_at: one.setAt },
    })
    .execute();
}
