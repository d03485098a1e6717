import { type Selectable, sql } from 'kysely';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { LocalFee } from '../rules/local-fee.ts';
import type { Channel } from '../rules/procedure.ts';

function feeOf(row: Selectable<DB['catalogue.local_fee']>): LocalFee {
  return {
    id: row.id,
    ordinal: Number(row.ordinal),
    agencyId: row.agency_id,
    procedureCode: row.procedure_code,
    per: row.per,
    channel: row.channel as Channel | null,
    amount: row.amount,
    resolution: { number: row.resolution_number, date: row.resolution_date, body: row.resolution_body },
    validFrom: row.valid_from,
    validTo: row.valid_to,
    setBy: { accountId: row.set_by, name: row.set_by_name },
    setAt: row.set_at,
  };
}

/** Every amount that an agency ever set, the latest word first; of one procedure where a code is given. */
export async function listLocalFees(q: Queries, agencyId: string, code?: string): Promise<LocalFee[]> {
  let query = q.selectFrom('catalogue.local_fee').selectAll().where('agency_id', '=', agencyId);
  if (code !== undefined) query = query.where('procedure_code', '=', code);
  return (await query.orderBy('ordinal', 'desc').execute()).map(feeOf);
}

/** Until the transaction ends nobody else sets an amount of this procedure at this agency. */
export async function lockLocalFees(tx: Tx, agencyId: string, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`local-fee:${agencyId}:${code}`}, 0))`.execute(
    tx,
  );
}

/** False when this very press was written before. */
export async function insertLocalFee(tx: Tx, fee: Omit<LocalFee, 'ordinal'>): Promise<boolean> {
  const inserted = await tx
    .insertInto('catalogue.local_fee')
    .values({
      id: fee.id,
      agency_id: fee.agencyId,
      procedure_code: fee.procedureCode,
      per: fee.per,
      channel: fee.channel,
      amount: fee.amount,
      resolution_number: fee.resolution.number,
      resolution_date: fee.resolution.date,
      resolution_body: fee.resolution.body,
      valid_from: fee.validFrom,
      valid_to: fee.validTo,
      set_by: fee.setBy.accountId,
      set_by_name: fee.setBy.name,
      set_at: fee.setAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
