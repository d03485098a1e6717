import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCluster } from '#platform/db/cluster.ts';
import { acceptDossier } from '../outside/counter-client.ts';
import { signedIn } from '../outside/http-client.ts';
import { eventually, freePort, type Running, runProgram, startProgram } from '../outside/running.ts';
import { backUp, expectRefused, type MadeBackup, namesIn } from './backup-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-backup-url-'));
chmodSync(folder, 0o755);
/** A PostgreSQL of somebody else; the role is no superuser, as on a server that others keep. */
const cluster = openCluster({ dir: join(folder, 'server', 'postgres'), durable: false });
const keeper = { name: 'keeper', password: 'kept' };
const backups = join(folder, 'backups');
/** Each test runs the whole program several times, on a machine that may be busy. */
const LONG = { timeout: 300_000 };
let running: Running;
let env: Record<string, string>;
let made: MadeBackup;
const acceptedBefore: string[] = [];

beforeAll(async () => {
  await cluster.start();
  await ask('postgres', `create role keeper login createrole createdb password 'kept'`);
  await ask('postgres', 'create database living owner keeper');
  await ask('postgres', 'create database empty owner keeper');
  env = {
    DATABASE_URL: cluster.url('living', keeper),
    DATA_DIR: join(folder, 'data'),
    PORT: String(await freePort()),
  };
  running = await started(env, '--clock', '2022-07-25T08:00');
});
afterAll(async () => {
  running.process.kill('SIGTERM');
  await running.ended;
  await cluster.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
});

async function started(where: Record<string, string>, ...args: readonly string[]): Promise<Running> {
  const program = startProgram(['start', '--kind', 'demo', ...args], { env: where });
  await program.until('Ctrl-C');
  return program;
}

async function ask<T extends pg.QueryResultRow>(database: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: cluster.url(database) });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

const numbersIn = async (database: string) =>
  (await ask<{ number: string }>(database, 'select number from dossiers.dossier order by number')).map(
    (row) => row.number,
  );

test('every table in one snapshot, while work goes on', LONG, async () => {
  const address = `http://localhost:${env['PORT']}`;
  const clients = await Promise.all(['khang.nguyen', 'ngoc.lam'].map((who) => signedIn(address, who)));
  let over = false;
  const accepted: string[] = [];
  const work = clients.map(async (client) => {
    while (!over) accepted.push(await acceptDossier(client));
  });
  await eventually(() => expect(accepted.length).toBeGreaterThan(2));
  acceptedBefore.push(...accepted);
  made = await backUp(env, backups);
  expect(accepted.length, 'accepted while it ran').toBeGreaterThan(acceptedBefore.length);
  over = true;
  await Promise.all(work);
  expect(namesIn(join(made.folder, 'database'))).toContain('dossiers.event.copy');
  expect(namesIn(join(env['DATA_DIR'] ?? ''))).not.toContain('backup-check');
});

test(
  'restored into an empty database: verified, numbers without gap; never over any data',
  LONG,
  async () => {
    const data = { DATA_DIR: join(folder, 'restored'), PORT: String(await freePort()) };
    const over = { ...data, DATABASE_URL: env['DATABASE_URL'] ?? '' };
    await expectRefused(over, ['restore', made.folder], 'already has “');
    const target = { ...data, DATABASE_URL: cluster.url('empty', keeper) };
    const restored = await runProgram(['restore', made.folder], { env: target });
    expect([restored.code, restored.printed]).toEqual([0, expect.stringContaining('verified: whole')]);
    const kept = await numbersIn('empty');
    expect(kept).toEqual((await numbersIn('living')).slice(0, kept.length));
    expect(kept).toEqual(expect.arrayContaining(acceptedBefore));
    running.process.kill('SIGTERM'); // one server knows one motcua_app: the living one has to end
    await running.ended;
    running = await started(target);
    const verified = await runProgram(['verify', '--json'], { env: target });
    expect(JSON.parse(verified.printed)).toMatchObject({ ok: true });
    const clerk = await signedIn(`http://localhost:${target.PORT}`, 'khang.nguyen');
    const next = await acceptDossier(clerk);
    expect(next.slice(-4)).toBe(String(kept.length + 1).padStart(4, '0'));
  },
);

test('the same backup restores into a PostgreSQL of our own', LONG, async () => {
  const own = { DATA_DIR: join(folder, 'own'), PORT: String(await freePort()) };
  const restored = await runProgram(['restore', made.folder], { env: own });
  expect([restored.code, restored.printed]).toEqual([0, expect.stringContaining('verified: whole')]);
  expect(namesIn(own.DATA_DIR)).toContain('postgres');
});

test('a restore that fails on the way leaves the database empty again', LONG, async () => {
  await ask('postgres', 'create database broken owner keeper');
  await ask(
    'broken',
    `create function public.stop() returns event_trigger language plpgsql as $$ begin
       if to_regclass('counter.draft') is not null then raise exception 'stopped on the way'; end if; end $$;
     create event trigger stop on ddl_command_end when tag in ('CREATE TABLE') execute function public.stop()`,
  );
  const target = { DATA_DIR: join(folder, 'broken'), DATABASE_URL: cluster.url('broken', keeper) };
  expect((await runProgram(['restore', made.folder], { env: target })).code).not.toBe(0);
  const schemas = `select nspname from pg_namespace where nspname !~ '^(pg_|information_schema$|public$)'`;
  expect(await ask('broken', schemas)).toEqual([]);
  expect(namesIn(target.DATA_DIR)).toEqual([]);
  await ask('broken', 'drop event trigger stop');
  expect((await runProgram(['restore', made.folder], { env: target })).code).toBe(0);
});
