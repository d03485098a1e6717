import pg from 'pg';
import { StartRefusal } from '../config.ts';

const LOCK = 7_204_413;

/**
 * One start per data: an advisory lock on a connection of its own. PostgreSQL frees it by itself when the
 * program is killed, and the end of the connection tells at once that PostgreSQL is gone.
 */
export interface InstanceLock {
  release(): Promise<void>;
}

/** `tries`: the server process of a program that was just killed may need a moment to notice it. */
export async function takeInstanceLock(
  ownerUrl: string,
  onLost: () => void,
  tries = 4,
): Promise<InstanceLock> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  let released = false;
  client.on('error', () => {});
  client.on('end', () => {
    if (!released) onLost();
  });
  const release = async () => {
    released = true;
    await client.end().catch(() => {});
  };
  try {
    await client.connect();
    if (!(await acquire(client, tries))) throw new StartRefusal('second-instance');
    return { release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function acquire(client: pg.Client, tries: number): Promise<boolean> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      LOCK,
    ]);
    if (rows[0]?.taken) return true;
    if (attempt < tries) await new Promise((wake) => setTimeout(wake, 500));
  }
  return false;
}

/** For `status`: does a program hold this data? */
export async function isHeld(client: pg.ClientBase | pg.Pool): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    `select exists (select from pg_locks where locktype = 'advisory' and classid = 0 and objid = $1
       and database = (select oid from pg_database where datname = current_database())) as held`,
    [LOCK],
  );
  return rows[0]?.held ?? false;
}
