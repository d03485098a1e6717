import type pg from 'pg';
import { type CopiedRow, copyRows } from './copy-rows.ts';
import type { Table, Written } from './written.ts';

/** Triggers that rows are counted or checked by one by one, by table: what comes all at once brings the end of it. */
export type Resting = Readonly<Partial<Record<Table, string>>>;

/**
 * Loads what was written in memory, in the transaction of the owner's client: everything or nothing. Keys and checks
 * hold; only the triggers named stand still meanwhile.
 */
export async function loadWritten(
  client: pg.ClientBase,
  written: Written,
  resting: Resting,
  tell: (table: string, rows: number) => void = () => {},
  stop?: AbortSignal,
): Promise<void> {
  for (const table of written.tables) {
    const rows = written.rows(table);
    const trigger = resting[table];
    if (trigger) await client.query(`alter table ${table} disable trigger ${trigger}`);
    await copyRows(client, table, rows as unknown as CopiedRow[], stop);
    if (trigger) await client.query(`alter table ${table} enable trigger ${trigger}`);
    tell(table, rows.length);
  }
}
