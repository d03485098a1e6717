import { sql } from 'kysely';
import type pg from 'pg';
import type { Queries, Tx } from '../db/database.ts';

const ONE_BACKUP = 7_204_414;
const BYTES_STAY = 7_204_415;

/**
 * One backup at a time; and while it runs no kept bytes are destroyed, so that every file that its snapshot of
 * the database names is still there when files are copied. Both end with the connection.
 */
export async function takeBackupLocks(owner: pg.ClientBase): Promise<boolean> {
  const { rows } = await owner.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    ONE_BACKUP,
  ]);
  if (!rows[0]?.taken) return false;
  await owner.query('select pg_advisory_lock($1)', [BYTES_STAY]); // waits for a destruction that has begun
  return true;
}

/** Before bytes are destroyed: false while a backup runs. Held until the transaction ends. */
export async function mayDestroyBytes(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock_shared(${BYTES_STAY}) as free`.execute(tx);
  return rows[0]?.free ?? false;
}

/** For pages: does one run at this moment? */
export async function isBackupRunning(q: Queries): Promise<boolean> {
  const { rows } = await sql<{ running: boolean }>`
    select exists (select from pg_locks where locktype = 'advisory' and classid = 0 and objid = ${ONE_BACKUP}
      and database = (select oid from pg_database where datname = current_database())) as running`.execute(q);
  return rows[0]?.running ?? false;
}
