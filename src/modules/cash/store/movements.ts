import type { Insertable } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { Flow } from '../rules/day.ts';
import type { MovementReason } from '../rules/reasons.ts';

/** Money that moved: once written it stays. */
export interface Movement extends Flow {
  /** The key of the press. */
  readonly id: string;
  readonly listId: string;
  readonly paymentId: string;
  readonly receiptId: string;
  readonly receiptNumber: string;
  /** Null of what was taken. */
  readonly reason: MovementReason | null;
  readonly noteId: string | null;
  /** The paper of a giving back. */
  readonly slip: { readonly id: string; readonly number: string } | null;
  readonly by: { readonly accountId: string; readonly name: string };
  readonly at: Instant;
}

export interface MovementOfList extends Movement {
  readonly dossierNumber: string;
  readonly procedureName: string;
}

export async function insertMovement(tx: Tx, movement: Movement): Promise<void> {
  await tx.insertInto('cash.movement').values(movementRow(movement)).execute();
}

export function movementRow(movement: Movement): Insertable<DB['cash.movement']> {
  return {
    id: movement.id,
    list_id: movement.listId,
    payment_id: movement.paymentId,
    kind: movement.kind,
    method: movement.method,
    amount: movement.amount,
    receipt_id: movement.receiptId,
    receipt_number: movement.receiptNumber,
    reason: movement.reason,
    note_id: movement.noteId,
    slip_id: movement.slip?.id ?? null,
    slip_number: movement.slip?.number ?? null,
    account_id: movement.by.accountId,
    by_name: movement.by.name,
    at: movement.at,
  };
}

/** The payment that this press moved before; undefined: it moved none. */
export async function movedBy(tx: Tx, key: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('cash.movement')
    .select('payment_id')
    .where('id', '=', key)
    .executeTakeFirst();
  return row?.payment_id;
}

export function selectMovements(q: Queries) {
  return q
    .selectFrom('cash.movement as m')
    .innerJoin('cash.payment as p', 'p.id', 'm.payment_id')
    .selectAll('m')
    .select(['p.dossier_number', 'p.procedure_name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMovements>['execute']>>[number];

export function movementOf(row: Row): MovementOfList {
  return {
    id: row.id,
    listId: row.list_id,
    paymentId: row.payment_id,
    kind: row.kind as Movement['kind'],
    method: row.method as Movement['method'],
    amount: row.amount,
    receiptId: row.receipt_id,
    receiptNumber: row.receipt_number,
    reason: row.reason as MovementReason | null,
    noteId: row.note_id,
    slip: row.slip_id && row.slip_number ? { id: row.slip_id, number: row.slip_number } : null,
    by: { accountId: row.account_id, name: row.by_name },
    at: row.at,
    dossierNumber: row.dossier_number,
    procedureName: row.procedure_name,
  };
}

export async function listMovementsOfList(q: Queries, listId: string): Promise<MovementOfList[]> {
  return (await selectMovements(q).where('m.list_id', '=', listId).orderBy('m.ordinal').execute()).map(
    movementOf,
  );
}

export async function listMovementsOfPayment(q: Queries, paymentId: string): Promise<MovementOfList[]> {
  return (await selectMovements(q).where('m.payment_id', '=', paymentId).orderBy('m.ordinal').execute()).map(
    movementOf,
  );
}

/** Flows of several lists at once, for their sums. */
export async function flowsOfLists(
  q: Queries,
  listIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Flow[]>> {
  if (listIds.length === 0) return new Map();
  const rows = await q
    .selectFrom('cash.movement')
    .select(['list_id', 'kind', 'method', 'amount'])
    .where('list_id', 'in', listIds)
    .execute();
  const flows = new Map<string, Flow[]>();
  for (const row of rows) {
    const flow = { kind: row.kind, method: row.method, amount: row.amount } as Flow;
    flows.set(row.list_id, [...(flows.get(row.list_id) ?? []), flow]);
  }
  return flows;
}
