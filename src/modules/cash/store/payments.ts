import { type ExpressionBuilder, type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { ChargeLine, Method } from '../rules/charge.ts';
import type { PaymentState } from '../rules/payment.ts';

/** What is due for a dossier, and what became of it. */
export interface Payment {
  readonly id: string;
  readonly dossierId: string;
  /** `acceptance`, or a later demand. */
  readonly source: string;
  readonly dossierNumber: string;
  readonly officeId: string;
  readonly agencyId: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly lines: readonly ChargeLine[];
  /** đồng, after exemption. */
  readonly amount: number;
  /** What of it went back, đồng. */
  readonly givenBack: number;
  readonly exempted: number;
  readonly exemptionKey: string | null;
  readonly proofNoteId: string | null;
  readonly state: PaymentState;
  readonly method: Method | null;
  /** The receipt in force. */
  readonly receiptId: string | null;
  readonly receiptNumber: string | null;
  readonly takenListId: string | null;
  readonly createdAt: Instant;
}

function paymentOf(row: Selectable<DB['cash.payment']>): Payment {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    source: row.source,
    dossierNumber: row.dossier_number,
    officeId: row.office_id,
    agencyId: row.agency_id,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    lines: row.lines as unknown as Payment['lines'],
    amount: row.amount,
    givenBack: row.given_back,
    exempted: row.exempted,
    exemptionKey: row.exemption_key,
    proofNoteId: row.proof_note_id,
    state: row.state as PaymentState,
    method: row.method as Method | null,
    receiptId: row.receipt_id,
    receiptNumber: row.receipt_number,
    takenListId: row.taken_list_id,
    createdAt: row.created_at,
  };
}

export type NewPayment = Omit<
  Payment,
  'givenBack' | 'method' | 'receiptId' | 'receiptNumber' | 'takenListId'
>;

export function paymentRow(payment: NewPayment): Insertable<DB['cash.payment']> {
  return {
    id: payment.id,
    dossier_id: payment.dossierId,
    source: payment.source,
    dossier_number: payment.dossierNumber,
    office_id: payment.officeId,
    agency_id: payment.agencyId,
    procedure_code: payment.procedureCode,
    procedure_name: payment.procedureName,
    lines: JSON.stringify(payment.lines),
    amount: payment.amount,
    exempted: payment.exempted,
    exemption_key: payment.exemptionKey,
    proof_note_id: payment.proofNoteId,
    state: payment.state,
    created_at: payment.createdAt,
    updated_at: payment.createdAt,
  };
}

/** False when the dossier has a payment of this source already. */
export async function insertPayment(tx: Tx, payment: NewPayment): Promise<boolean> {
  const inserted = await tx
    .insertInto('cash.payment')
    .values(paymentRow(payment))
    .onConflict((conflict) => conflict.columns(['dossier_id', 'source']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function listPaymentsOf(q: Queries, dossierId: string): Promise<Payment[]> {
  const rows = await q
    .selectFrom('cash.payment')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(paymentOf);
}

/** What is still to be paid, đồng by dossier; those that owe nothing are not there. */
export async function sumUnpaid(q: Queries, dossierIds: readonly string[]): Promise<Map<string, number>> {
  return dossierIds.length === 0 ? new Map() : unpaidOf(await selectOwed(q, dossierIds).execute());
}

/**
 * The same, held: nobody takes, voids or gives back anything of these dossiers until the transaction ends. Paid ones
 * are held as well, for a void receipt makes them due again.
 */
export async function holdUnpaid(tx: Tx, dossierIds: readonly string[]): Promise<Map<string, number>> {
  if (dossierIds.length === 0) return new Map();
  return unpaidOf(await selectOwed(tx, dossierIds).orderBy('id').forShare().execute());
}

function selectOwed(q: Queries, dossierIds: readonly string[]) {
  return q
    .selectFrom('cash.payment')
    .where('dossier_id', 'in', dossierIds)
    .select(['dossier_id', 'state', 'amount']);
}

function unpaidOf(
  rows: readonly Pick<Selectable<DB['cash.payment']>, 'dossier_id' | 'state' | 'amount'>[],
): Map<string, number> {
  const unpaid = new Map<string, number>();
  for (const { dossier_id, state, amount } of rows)
    if (state === 'due' || state === 'at-return')
      unpaid.set(dossier_id, (unpaid.get(dossier_id) ?? 0) + amount);
  return unpaid;
}

/** Locked until the transaction ends; only of this dossier. */
export async function findPaymentForUpdate(
  tx: Tx,
  dossierId: string,
  paymentId: string,
): Promise<Payment | undefined> {
  const row = await tx
    .selectFrom('cash.payment')
    .selectAll()
    .where('id', '=', paymentId)
    .where('dossier_id', '=', dossierId)
    .forUpdate()
    .executeTakeFirst();
  return row && paymentOf(row);
}

export interface PaymentChange {
  readonly state: PaymentState;
  readonly at: Instant;
  /** Of a payment that was taken now; left out, method and list stay as they are. */
  readonly taken?: {
    readonly method: Method;
    readonly receiptId: string;
    readonly receiptNumber: string;
    readonly listId: string;
  };
}

export async function updatePayment(tx: Tx, id: string, change: PaymentChange): Promise<void> {
  await tx.updateTable('cash.payment').set(changedPayment(change)).where('id', '=', id).execute();
}

export function changedPayment({ state, at, taken }: PaymentChange) {
  const receipt = taken
    ? {
        method: taken.method,
        receipt_id: taken.receiptId,
        receipt_number: taken.receiptNumber,
        taken_list_id: taken.listId,
      }
    : { receipt_id: null, receipt_number: null };
  const untaken = state === 'due' ? { method: null, taken_list_id: null } : {};
  return { state, updated_at: at, ...receipt, ...untaken } satisfies Updateable<DB['cash.payment']>;
}

/** What went back; when nothing is left there is no receipt in force any more. */
export async function updateGivenBack(tx: Tx, id: string, given: GivenBackSoFar, at: Instant): Promise<void> {
  await tx.updateTable('cash.payment').set(givenBackOf(given, at)).where('id', '=', id).execute();
}

export interface GivenBackSoFar {
  readonly givenBack: number;
  readonly whole: boolean;
}

export function givenBackOf({ givenBack, whole }: GivenBackSoFar, at: Instant) {
  const over = whole ? { state: 'given-back', receipt_id: null, receipt_number: null } : {};
  return { given_back: givenBack, updated_at: at, ...over };
}

/** Behind the payment of `after`; null: from the beginning. */
interface PaymentsPart {
  readonly after: { readonly at: Instant; readonly id: string } | null;
  readonly limit: number;
}

const isBehind =
  ({ at, id }: NonNullable<PaymentsPart['after']>) =>
  (eb: ExpressionBuilder<DB, 'cash.payment'>) =>
    eb(eb.refTuple('created_at', 'id'), '>', eb.tuple<Instant, string>(at, id));

/** Fees of which something was not asked for, by the day they were written down; after a place in the list. */
export async function listExempted(
  q: Queries,
  days: { readonly officeId: string; readonly from: CivilDate; readonly to: CivilDate },
  { after, limit }: PaymentsPart,
): Promise<Payment[]> {
  let query = q
    .selectFrom('cash.payment')
    .selectAll()
    .where('office_id', '=', days.officeId)
    .where('exempted', '>', 0)
    .where('state', '<>', 'dropped')
    .where(
      sql<boolean>`(created_at at time zone 'Asia/Ho_Chi_Minh')::date between ${days.from} and ${days.to}`,
    );
  if (after) query = query.where(isBehind(after));
  return (await query.orderBy('created_at').orderBy('id').limit(limit).execute()).map(paymentOf);
}

/** What people still owe at these one-stops, oldest first. */
export async function listUnpaid(
  q: Queries,
  officeIds: readonly string[],
  { after, limit }: PaymentsPart,
): Promise<Payment[]> {
  if (officeIds.length === 0) return [];
  let query = unpaidAt(q, officeIds).selectAll();
  if (after) query = query.where(isBehind(after));
  return (await query.orderBy('created_at').orderBy('id').limit(limit).execute()).map(paymentOf);
}

export async function countUnpaid(q: Queries, officeIds: readonly string[]): Promise<number> {
  if (officeIds.length === 0) return 0;
  const row = await unpaidAt(q, officeIds)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

function unpaidAt(q: Queries, officeIds: readonly string[]) {
  return q.selectFrom('cash.payment').where('office_id', 'in', officeIds).where('state', '=', 'due');
}
