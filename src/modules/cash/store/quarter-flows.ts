import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Exempted, QuarterFlow } from '../rules/fee-settlement.ts';
import { type CashList, listOf } from './lists.ts';

/** The days of a quarter at a one-stop. */
export interface QuarterDays {
  readonly officeId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** By the day of the list the money lies on: what a clerk counted is what the quarter sums. */
export async function listQuarterFlows(
  q: Queries,
  { officeId, from, to }: QuarterDays,
): Promise<(QuarterFlow & { readonly id: string })[]> {
  const rows = await q
    .selectFrom('cash.movement as m')
    .innerJoin('cash.list as l', 'l.id', 'm.list_id')
    .innerJoin('cash.payment as p', 'p.id', 'm.payment_id')
    .where('l.office_id', '=', officeId)
    .where('l.day', '>=', from)
    .where('l.day', '<=', to)
    .select(['m.id', 'm.kind', 'm.method', 'm.amount', 'm.receipt_number'])
    .select(['p.procedure_code', 'p.procedure_name'])
    .orderBy('m.ordinal')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as QuarterFlow['kind'],
    method: row.method as QuarterFlow['method'],
    amount: row.amount,
    receiptNumber: row.receipt_number,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
  }));
}

/** Days of clerks that nobody has confirmed yet, the oldest first. */
export async function listOpenDays(q: Queries, { officeId, from, to }: QuarterDays): Promise<CashList[]> {
  const rows = await q
    .selectFrom('cash.list')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('state', '<>', 'confirmed')
    .orderBy('day')
    .orderBy('clerk_name')
    .orderBy('number')
    .execute();
  return rows.map(listOf);
}

/** What was not asked for, by the day the fee was written down. */
export async function sumExempted(q: Queries, { officeId, from, to }: QuarterDays): Promise<Exempted> {
  const { rows } = await sql<Exempted>`
    select count(*)::int as payments, coalesce(sum(exempted), 0)::int as amount
      from cash.payment
     where office_id = ${officeId} and exempted > 0 and state <> 'dropped'
       and (created_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from} and ${to}`.execute(q);
  return rows[0] ?? { payments: 0, amount: 0 };
}
