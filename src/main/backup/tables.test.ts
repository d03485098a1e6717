import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDesk } from '#modules/dossiers/testing-desk.ts';
import { type Dumped, dumpTables } from '#platform/backup/dump-tables.ts';
import { loadTables } from '#platform/backup/load-tables.ts';
import { listTables, quote, quoted } from '#platform/backup/table-facts.ts';
import { testDatabase } from '#platform/db/testing.ts';

const living = await testDatabase();
const empty = await testDatabase();
const broken = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-tables-'));
const clients: pg.Client[] = [];
const never = new AbortController().signal;
const HOSTILE = ['tab\tand \\N', '\\.', 'line\r\nend', '', 'Ặ Ở ữ “”', "'; drop table x; --"];
let dumped: Dumped;

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  clients.push(client);
  return client;
}

beforeAll(async () => {
  await aDesk(living); // offices, people, catalogue, calendar
  for (const [index, text] of HOSTILE.entries())
    await living.owner
      .insertInto('platform.setting')
      .values({ key: `hostile-${index}`, value: JSON.stringify({ text }) })
      .execute();
  dumped = await dumpTables(await connected(living.ownerUrl), folder, never);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  rmSync(folder, { recursive: true, force: true });
});

/** Digest of all rows of every table, and the state of every sequence. */
async function contentsOf(client: pg.Client): Promise<Record<string, unknown>> {
  const contents: Record<string, unknown> = {};
  for (const table of await listTables(client)) {
    const columns = table.columns.map(quote).join(', ');
    const { rows } = await client.query(
      `select count(*)::int as rows, md5(coalesce(string_agg(line, '|' order by line), '')) as digest
         from (select row(${columns})::text as line from ${quoted(table)}) as lines`,
    );
    contents[`${table.schema}.${table.name}`] = rows[0];
  }
  const { rows } = await client.query(
    'select schemaname, sequencename, last_value from pg_sequences order by 1, 2',
  );
  return { ...contents, sequences: rows };
}

test('every row of every table, and every sequence, is the same afterwards; triggers are awake again', async () => {
  const [from, to] = [await connected(living.ownerUrl), await connected(empty.ownerUrl)];
  expect(dumped.tables.length).toBeGreaterThan(45);
  expect(dumped.tables.map((table) => `${table.schema}.${table.name}`)).toContain(
    'graphile_worker._private_jobs',
  );
  await loadTables(to, folder, dumped);
  expect(await contentsOf(to)).toEqual(await contentsOf(from));
  const { rows } = await to.query(`select count(*)::int as asleep from pg_trigger where tgenabled = 'D'`);
  expect(rows).toEqual([{ asleep: 0 }]);
});

test('rows that are missing, columns that differ and bytes that are none are refused', async () => {
  const to = await connected(broken.ownerUrl);
  const [first] = dumped.tables.filter((table) => table.rows > 1);
  if (!first) throw new Error('nothing was dumped');
  const renamed = dumped.tables.map((table) => (table === first ? { ...table, columns: ['other'] } : table));
  await expect(loadTables(to, folder, { ...dumped, tables: renamed })).rejects.toMatchObject({
    key: 'restore-other-structure',
  });
  const more = dumped.tables.map((table) => (table === first ? { ...table, rows: table.rows + 1 } : table));
  await expect(loadTables(to, folder, { ...dumped, tables: more })).rejects.toMatchObject({
    key: 'backup-damaged',
  });
  await to.query('rollback');
  const file = join(folder, 'database', `${first.schema}.${first.name}.copy`);
  truncateSync(file, 5);
  await expect(loadTables(to, folder, dumped)).rejects.toThrow();
  await to.query('rollback');
  writeFileSync(file, Buffer.from([0xff, 0x00, 0xfe]));
  await expect(loadTables(to, folder, dumped)).rejects.toThrow();
  await to.query('rollback');
  rmSync(file);
  await expect(loadTables(to, folder, dumped)).rejects.toThrow('ENOENT');
});
