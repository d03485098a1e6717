import type pg from 'pg';
import type { Table } from '#platform/db/written.ts';
import { writtenTables } from './memory/written.ts';

/** The database's own time and order; and no two signatures by one key are alike, whatever they sign. */
const ownOfEachTime = { recorded_at: null, position: null, signature: null, ordinal: null };

/** Every row of every table that commands write, as text in an order of its own. */
export async function everyWrittenRow(
  pool: pg.Pool,
  of: readonly Table[] = writtenTables,
): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of of) {
    const { rows } = await pool.query(`select * from ${table}`);
    tables[table] = rows.map((row) => JSON.stringify({ ...row, ...ownOfEachTime })).sort();
  }
  return tables;
}

export async function emptyWritten(pool: pg.Pool, tables: readonly Table[] = writtenTables): Promise<void> {
  await pool.query(`truncate ${tables.join(', ')} cascade`);
}
