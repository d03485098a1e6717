import { Kysely, PostgresDialect } from 'kysely';
import { createPool, type Database } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';

/** A database that remembers the text of every query; `take` gives them and forgets. */
export function countingDatabase(connectionString: string): {
  readonly db: Database;
  readonly take: () => string[];
  readonly end: () => Promise<void>;
} {
  let queries: string[] = [];
  const pool = createPool({ connectionString, max: 4 });
  const dialect = new PostgresDialect({ pool });
  const db = new Kysely<DB>({
    dialect,
    log: (event) => {
      queries.push(event.query.sql);
    },
  });
  const take = () => {
    const taken = queries;
    queries = [];
    return taken;
  };
  return { db, take, end: () => pool.end() };
}
