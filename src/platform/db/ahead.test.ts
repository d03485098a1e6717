import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createDatabase, createPool, inTransaction } from './database.ts';
import { isOutage } from './outage.ts';
import { send } from './sent.ts';
import { testDatabase } from './testing.ts';

const { appUrl, ownerUrl } = await testDatabase();
const owner = createPool({ connectionString: ownerUrl, max: 1 });
await owner.query('create table public.kept (n integer primary key)');
await owner.query('grant all on public.kept to motcua_app');
const pool = createPool({ connectionString: appUrl, max: 1, onError: () => {} });
let begins = 'begin';
pool.on('connect', (client) => {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const given = (...args: unknown[]) => query(...(args[0] === 'begin' ? [begins, ...args.slice(1)] : args));
  client.query = given as typeof client.query;
});
const db = createDatabase(pool);
afterAll(() => Promise.all([pool.end(), owner.end()]));

const insert = (n: number) => sql`insert into public.kept (n) values (${n})`;

test('a transaction that could not begin never says that it is done', async () => {
  begins = 'select 1 / 0';
  const unbegun = inTransaction(db, async (tx) => void (await insert(1).execute(tx)));
  await expect(unbegun).rejects.toThrow('division by zero');
  begins = 'begin';
  await inTransaction(db, async (tx) => void (await insert(2).execute(tx)));
});

test('a connection that dies under what was sent fails the transaction, and the next one has a new connection', async () => {
  const cut = inTransaction(db, async (tx) => {
    await send(tx, insert(3).compile(db));
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    for (let n = 4; n < 8; n += 1) await send(tx, insert(n).compile(db));
  });
  await expect(cut).rejects.toSatisfy(isOutage);
  await inTransaction(db, async (tx) => void (await insert(9).execute(tx)));
  const { rows } = await owner.query('select n from public.kept where n > 2');
  expect(rows).toEqual([{ n: 9 }]);
});
