import pg from 'pg';
import { readConfig } from '#main/config.ts';
import { openPostgres } from '#main/start/server-postgres.ts';

/** The carried PostgreSQL of an installation, asked as its owner, around the program. */
export interface BareDatabase {
  /** Connection string of the owner. */
  url(database?: string): string;
  rows<T extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
    database?: string,
  ): Promise<T[]>;
  exists(database: string): Promise<boolean>;
  /** As the other is now, file by file; nobody may be connected to either. */
  copy(from: string, to: string): Promise<void>;
  drop(database: string): Promise<void>;
}

const WORKING = 'motcua';

/** `env` names the data folder. The server must run: an installation has been started, or `withServerAlone`. */
export function openBareDatabase(env: Readonly<Record<string, string>>): BareDatabase {
  const { ownerUrl } = openPostgres(readConfig(env));
  const url = (database = WORKING) => ownerUrl.replace(`/${WORKING}?`, `/${database}?`);
  const rows = async <T extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
    database = WORKING,
  ) => {
    const client = new pg.Client({ connectionString: url(database) });
    client.on('error', () => {}); // told by the query that runs
    await client.connect();
    try {
      return (await client.query<T>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  const drop = async (database: string) => {
    await rows(`drop database if exists ${database} with (force)`, [], 'postgres');
  };
  return {
    url,
    rows,
    drop,
    exists: async (database) =>
      (await rows('select from pg_database where datname = $1', [database], 'postgres')).length > 0,
    copy: async (from, to) => {
      await drop(to);
      await rows(`create database ${to} template ${from} strategy file_copy`, [], 'postgres');
    },
  };
}

/** Runs the server without the program, as long as the work lasts. */
export async function withServerAlone<T>(
  env: Readonly<Record<string, string>>,
  work: (database: BareDatabase) => Promise<T>,
): Promise<T> {
  const { embedded } = openPostgres(readConfig(env));
  if (!embedded) throw new Error('not a PostgreSQL of our own');
  await embedded.start();
  try {
    return await work(openBareDatabase(env));
  } finally {
    await embedded.stop();
  }
}
