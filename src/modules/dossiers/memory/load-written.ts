import type pg from 'pg';
import { type CopiedRow, copyRows } from '#platform/db/copy-rows.ts';
import { type Written, type WrittenTable, writtenTables } from './written.ts';

/** Series that are counted one by one by people; a book brings the last numbers of all its days at once. */
const counted: Partial<Record<WrittenTable, string>> = {
  'documents.register_series': 'register_counts_by_one',
};

/**
 * Loads what a book wrote, in the transaction of the owner's client: everything or nothing. Keys and checks hold;
 * only the triggers that make counters count by one stand still meanwhile.
 */
export async function loadWritten(
  client: pg.ClientBase,
  written: Written,
  tell: (table: string, rows: number) => void = () => {},
): Promise<void> {
  for (const table of writtenTables) {
    const rows = written.rows(table);
    const trigger = counted[table];
    if (trigger) await client.query(`alter table ${table} disable trigger ${trigger}`);
    await copyRows(client, table, rows as unknown as CopiedRow[]);
    if (trigger) await client.query(`alter table ${table} enable trigger ${trigger}`);
    tell(table, rows.length);
  }
}
