import type { Updateable } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { Closing, Confirmation } from './lists.ts';

export async function closeRow(tx: Tx, id: string, closing: Closing): Promise<void> {
  await tx.updateTable('cash.list').set(closedList(closing)).where('id', '=', id).execute();
}

export function closedList(closing: Closing) {
  return {
    state: 'closed',
    expected_cash: closing.expected.cash,
    expected_transfer: closing.expected.transfer,
    counted_cash: closing.count.cash,
    counted_transfer: closing.count.transfer,
    pieces: closing.pieces && JSON.stringify(closing.pieces),
    explanation_id: closing.explanationId,
    close_key: closing.key,
    closed_at: closing.at,
  } satisfies Updateable<DB['cash.list']>;
}

export async function confirmRow(tx: Tx, id: string, confirmation: Confirmation): Promise<void> {
  await tx.updateTable('cash.list').set(confirmedList(confirmation)).where('id', '=', id).execute();
}

export function confirmedList(confirmation: Confirmation) {
  return {
    state: 'confirmed',
    received_cash: confirmation.receivedCash,
    confirmation_id: confirmation.noteId,
    confirm_key: confirmation.key,
    confirmed_by: confirmation.accountId,
    confirmed_by_name: confirmation.name,
    confirmed_by_title: confirmation.title,
    confirmed_at: confirmation.at,
  } satisfies Updateable<DB['cash.list']>;
}
