import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { createDatabase, createPool, type Database } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection strings with `{db}` in place of the database's name. */
    readonly ownerUrl: string;
    readonly appUrl: string;
  }
}

export interface TestDatabase {
  /** Connected as motcua_app, as the programs are. */
  readonly app: Database;
  /** Connected as the superuser that owns everything: for seeds and for tampering. */
  readonly owner: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** A database of this file's own, copied from the migrated template; dropped when the file has run. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const urlOf = (key: 'ownerUrl' | 'appUrl', database: string) => inject(key).replace('{db}', database);
  await asOwner(urlOf('ownerUrl', 'postgres'), `create database ${name} template motcua_template`);
  const pools = [urlOf('appUrl', name), urlOf('ownerUrl', name)].map((connectionString) =>
    createPool({ connectionString, max: 8 }),
  );
  const [app, owner] = pools.map(createDatabase);
  if (!app || !owner) throw new Error('unreachable');
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await asOwner(urlOf('ownerUrl', 'postgres'), `drop database if exists ${name}`);
  });
  return { app, owner, ownerUrl: urlOf('ownerUrl', name), appUrl: urlOf('appUrl', name) };
}

async function asOwner(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
