import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createPool } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { testDatabase } from './testing.ts';

const db = await testDatabase();
const other = await testDatabase();

test('times come back as Vietnamese instants and dates as civil dates', async () => {
  const { rows } = await sql<{ at: string; old: string; day: string }>`
    select timestamptz '2022-07-25 01:00:00.7Z' as at, timestamptz '1970-06-01 00:00Z' as old, date '2022-07-25' as day`.execute(
    db.app,
  );
  expect(rows[0]).toEqual({
    at: '2022-07-25T08:00:00+07:00',
    old: '1970-06-01T07:00:00+07:00',
    day: '2022-07-25',
  });
});

test('the kind of an installation cannot be changed, even by the owner', async () => {
  await sql`insert into platform.installation (id, kind) values (gen_random_uuid(), 'real')`.execute(
    db.owner,
  );
  await expect(sql`update platform.installation set kind = 'demo'`.execute(db.owner)).rejects.toThrow(
    /never changes/,
  );
  await expect(sql`update platform.installation set kind = 'demo'`.execute(db.app)).rejects.toThrow(
    /permission denied/,
  );
});

test('only the steps that are asked for are applied; the others follow later', async () => {
  const pool = createPool({ connectionString: other.ownerUrl, max: 1 });
  const client = await pool.connect();
  try {
    await client.query('drop schema counter cascade');
    await client.query(`delete from public.motcua_migration where name = '0010_counter.sql'`);
    const names = (await readMigrations('db/migrations')).map(({ name }) => name);
    const others = names.filter((name) => name !== '0010_counter.sql');
    expect(await migrate(client, 'db/migrations', { only: others })).toEqual({ kind: 'done', applied: [] });
    expect(await migrate(client, 'db/migrations')).toEqual({ kind: 'done', applied: ['0010_counter.sql'] });
  } finally {
    client.release();
    await pool.end();
  }
});

test('a step over very many rows takes as long as it takes, and an upgrade is told beforehand', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-migrations-'));
  for (const { name, sql: text } of await readMigrations('db/migrations'))
    writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, '9998_long.sql'), 'select pg_sleep(0.4)');
  const pool = createPool({ connectionString: other.ownerUrl, max: 1 });
  const client = await pool.connect();
  const told: number[] = [];
  try {
    await client.query('set statement_timeout = 100');
    const options = { onUpgrade: (count: number) => told.push(count) };
    expect(await migrate(client, folder, options)).toEqual({ kind: 'done', applied: ['9998_long.sql'] });
    expect(told).toEqual([1]);
    await expect(client.query('select pg_sleep(0.4)')).rejects.toThrow(/statement timeout/);
  } finally {
    await client.query(`delete from public.motcua_migration where name = '9998_long.sql'`);
    client.release();
    await pool.end();
    rmSync(folder, { recursive: true });
  }
});

test('a newer schema and an altered step are told, and nothing is changed', async () => {
  const pool = createPool({ connectionString: db.ownerUrl, max: 1 });
  const client = await pool.connect();
  try {
    expect(await migrate(client, 'db/migrations')).toEqual({ kind: 'done', applied: [] });
    await client.query(`insert into public.motcua_migration (name, sha256) values ('9999_future.sql', 'x')`);
    expect(await migrate(client, 'db/migrations')).toEqual({
      kind: 'newer-schema',
      unknown: ['9999_future.sql'],
    });
    await client.query(`delete from public.motcua_migration where name = '9999_future.sql'`);
    await client.query(`update public.motcua_migration set sha256 = 'x' where name = '0001_platform.sql'`);
    expect(await migrate(client, 'db/migrations')).toEqual({ kind: 'changed', name: '0001_platform.sql' });
  } finally {
    client.release();
    await pool.end();
  }
});

test('a migration that is named otherwise is an error: it would be left out in silence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-migrations-'));
  writeFileSync(join(folder, '0001_first.sql'), 'select 1;');
  expect(await readMigrations(folder)).toHaveLength(1);
  writeFileSync(join(folder, '0002-second.sql'), 'select 2;');
  await expect(readMigrations(folder)).rejects.toThrow('0002-second.sql is no name of a migration');
  rmSync(folder, { recursive: true });
});
