import { Kysely, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { instantOfMs } from '#kernel/instant.ts';
import { passing } from '../passing.ts';
import { AheadDialect, openSentAhead, type SentAhead, sendInOnePiece } from './ahead.ts';
import { keepPlans } from './prepared.ts';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;
declare const inTx: unique symbol;
/** Required first argument of everything that writes. */
export type Tx = Transaction<DB> & { readonly [inTx]?: true };
/** Something that can read: the database or a transaction. */
export type Queries = Kysely<DB>;

const TIMESTAMPTZ = 1184;
const DATE = 1082;

/** `2022-07-25 08:00:00.123+07` → `2022-07-25T08:00:00+07:00`; other zones take the slow way. */
function readTimestamptz(text: string): string {
  if (text.endsWith('+07')) return `${text.slice(0, 10)}T${text.slice(11, 19)}+07:00`;
  return instantOfMs(Date.parse(`${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`));
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === TIMESTAMPTZ) return readTimestamptz;
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** A fresh connection knows no table and no plan: its first press takes three times as long. */
const IDLE_MS = 10 * 60_000;

export interface PoolOptions {
  readonly connectionString: string;
  readonly max?: number;
  /** For a library that expects `Date` where we have texts: the queue compares moments. */
  readonly plainTypes?: boolean;
  readonly onError?: (error: Error) => void;
}

/** Times and dates never pass through `Date`: see kernel/instant.ts. */
export function createPool(options: PoolOptions): pg.Pool {
  const { connectionString, max = 10, plainTypes = false, onError } = options;
  const pool = new pg.Pool({
    connectionString,
    max,
    ...(plainTypes ? {} : { pipeline: true }),
    ...(plainTypes ? {} : { types }),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: IDLE_MS,
    options:
      '-c TimeZone=Asia/Ho_Chi_Minh -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000',
  });
  pool.on('connect', (client) => {
    if (!plainTypes) sendInOnePiece(client);
    keepPlans(client);
  });
  pool.on('error', (error) => onError?.(error)); // an idle connection that dies must not take the process along
  pool.on('connect', (client) => client.on('error', (error) => onError?.(error))); // nor one that is in use
  return pool;
}

export function createDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new AheadDialect(pool) });
}

/** For work over everything there is, in a transaction of its own: it may take as long as it takes. */
export async function withoutTimeouts(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
}

/** Reads everything there is as it was at one moment, while people go on working; no statement is broken off. */
export function inSnapshot<T>(db: Database, work: (q: Queries) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await withoutTimeouts(tx);
      return work(tx);
    });
}

/** Reads what stands on one page as it was at one moment, however many questions it takes. */
export function atOneMoment<T>(db: Database, read: (q: Queries) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

/** Runs `work` in one transaction (read committed; actions lock the rows they decide on). */
export async function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  let sent: SentAhead | undefined;
  try {
    const answer = await db.transaction().execute(async (tx) => {
      sent = openSentAhead(tx);
      const done = await work(tx);
      passing('db/before-commit');
      return done;
    });
    passing('db/committed');
    return answer;
  } catch (error) {
    throw (await sent?.firstError()) ?? error;
  }
}
