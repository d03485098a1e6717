import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

export type MigrationResult =
  | { readonly kind: 'done'; readonly applied: readonly string[] }
  | { readonly kind: 'newer-schema'; readonly unknown: readonly string[] }
  | { readonly kind: 'changed'; readonly name: string };

const LOCK = 7_204_411; // any number of ours: one migration at a time

interface Options {
  /** The ones that the structure of a backup was made of. */
  readonly only?: readonly string[] | undefined;
  /** Before the first of `count` files is applied to a database that has some already: it may take minutes. */
  readonly onUpgrade?: (count: number) => void;
}

/**
 * Applies what is missing of `db/migrations`, each file in a transaction of its own, as the owner. Over a million
 * dossiers one statement may take minutes: none is broken off.
 */
export async function migrate(
  client: pg.ClientBase,
  folder: string,
  { only, onUpgrade }: Options = {},
): Promise<MigrationResult> {
  const known = (await readMigrations(folder)).filter(({ name }) => only?.includes(name) ?? true);
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(
      `create table if not exists public.motcua_migration (
         name text primary key, sha256 text not null, applied_at timestamptz(0) not null default now())`,
    );
    await client.query('revoke all on public.motcua_migration from public');
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from public.motcua_migration order by name',
    );
    const unknown = rows.filter((row) => !known.some((m) => m.name === row.name)).map((row) => row.name);
    if (unknown.length > 0) return { kind: 'newer-schema', unknown };
    const changed = rows.find((row) => known.find((m) => m.name === row.name)?.sha256 !== row.sha256);
    if (changed) return { kind: 'changed', name: changed.name };
    const missing = known.filter((m) => !rows.some((row) => row.name === m.name));
    if (rows.length > 0 && missing.length > 0) onUpgrade?.(missing.length);
    for (const migration of missing) await apply(client, migration);
    return { kind: 'done', applied: missing.map((m) => m.name) };
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query('set local statement_timeout = 0');
    await client.query(migration.sql);
    await client.query('insert into public.motcua_migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name}`, { cause: error });
  }
}

/** The migrations of this program, in their order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const wrong = names.find((name) => !/^\d{4}_[a-z-]+\.sql$/.test(name));
  if (wrong) throw new Error(`${wrong} is no name of a migration: 0001_what-it-is.sql`);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
