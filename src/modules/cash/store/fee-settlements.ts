import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { QuarterFigures } from '../rules/fee-settlement.ts';

/** Of which one-stop, and which quarter (`2022-3`). */
export interface QuarterKey {
  readonly officeId: string;
  readonly quarter: string;
}

export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly title: string;
}

/** What one person prepared; the last one counts. */
export interface FeeSettlement {
  readonly id: string;
  readonly figures: QuarterFigures;
  readonly by: Person;
  readonly at: Instant;
}

export interface TreasuryHandOver {
  readonly id: string;
  readonly amount: number;
  readonly documentNumber: string;
  readonly documentDate: CivilDate;
  readonly byName: string;
  readonly at: Instant;
}

/** Until the transaction ends nobody else writes about this quarter. */
export async function lockQuarter(tx: Tx, { officeId, quarter }: QuarterKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fees:${officeId}:${quarter}`}, 0))`.execute(tx);
}

export async function findSettlement(q: Queries, key: QuarterKey): Promise<FeeSettlement | undefined> {
  const row = await q
    .selectFrom('cash.fee_settlement')
    .selectAll()
    .where('office_id', '=', key.officeId)
    .where('quarter', '=', key.quarter)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      figures: row.figures as unknown as QuarterFigures,
      by: { accountId: row.prepared_by, name: row.prepared_by_name, title: row.prepared_by_title },
      at: row.prepared_at,
    }
  );
}

/** An earlier press of the same page is not written again. */
export async function insertSettlement(
  tx: Tx,
  { officeId, quarter }: QuarterKey,
  { id, figures, by, at }: FeeSettlement,
): Promise<void> {
  await tx
    .insertInto('cash.fee_settlement')
    .values({
      id,
      office_id: officeId,
      quarter,
      figures: JSON.stringify(figures),
      prepared_by: by.accountId,
      prepared_by_name: by.name,
      prepared_by_title: by.title,
      prepared_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function findQuarterConfirmation(
  q: Queries,
  { officeId, quarter }: QuarterKey,
): Promise<{ readonly by: Person; readonly at: Instant } | undefined> {
  const row = await q
    .selectFrom('cash.fee_settlement_confirmation')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('quarter', '=', quarter)
    .executeTakeFirst();
  return (
    row && {
      by: { accountId: row.confirmed_by, name: row.confirmed_by_name, title: row.confirmed_by_title },
      at: row.confirmed_at,
    }
  );
}

export async function insertQuarterConfirmation(
  tx: Tx,
  { officeId, quarter }: QuarterKey,
  settlementId: string,
  { by, at }: { readonly by: Person; readonly at: Instant },
): Promise<void> {
  await tx
    .insertInto('cash.fee_settlement_confirmation')
    .values({
      settlement_id: settlementId,
      office_id: officeId,
      quarter,
      confirmed_by: by.accountId,
      confirmed_by_name: by.name,
      confirmed_by_title: by.title,
      confirmed_at: at,
    })
    .execute();
}

export async function listTreasury(q: Queries, key: QuarterKey): Promise<TreasuryHandOver[]> {
  const rows = await q
    .selectFrom('cash.treasury_hand_over')
    .selectAll()
    .where('office_id', '=', key.officeId)
    .where('quarter', '=', key.quarter)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    amount: row.amount,
    documentNumber: row.document_number,
    documentDate: row.document_date,
    byName: row.by_name,
    at: row.at,
  }));
}

/** False: this press has written something else. */
export async function insertTreasury(
  tx: Tx,
  { officeId, quarter }: QuarterKey,
  one: TreasuryHandOver & { readonly accountId: string },
): Promise<boolean> {
  const written = await tx
    .insertInto('cash.treasury_hand_over')
    .values({
      id: one.id,
      office_id: officeId,
      quarter,
      amount: one.amount,
      document_number: one.documentNumber,
      document_date: one.documentDate,
      account_id: one.accountId,
      by_name: one.byName,
      at: one.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}
