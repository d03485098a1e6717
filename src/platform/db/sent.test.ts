import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createDatabase, createPool, inTransaction } from './database.ts';
import { send, together } from './sent.ts';
import { testDatabase } from './testing.ts';

const { appUrl, ownerUrl } = await testDatabase();
const owner = createPool({ connectionString: ownerUrl, max: 1 });
await owner.query('create table public.kept (n integer primary key)');
await owner.query('grant all on public.kept to motcua_app');
await owner.end();
const pool = createPool({ connectionString: appUrl, max: 1 });
const db = createDatabase(pool);
afterAll(() => pool.end());

const insert = (n: number) => sql`insert into public.kept (n) values (${n})`.compile(db);
const all = async () =>
  (await sql<{ n: number }>`select n from public.kept order by n`.execute(db)).rows.map(({ n }) => n);
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

test('asked together, each is answered in its place; in a transaction as without', async () => {
  const ask = (n: number) => sql<{ n: number }>`select ${n}::int * 2 as n`.compile(db);
  const [one, two] = await together(db, ask(1), ask(2));
  expect([one, two]).toEqual([[{ n: 2 }], [{ n: 4 }]]);
  const inside = await inTransaction(db, (tx) => together(tx, ask(3), insert(100), ask(4)));
  expect(inside).toEqual([[{ n: 6 }], [], [{ n: 8 }]]);
  expect(await all()).toEqual([100]);
  await sql`delete from public.kept`.execute(db);
});

test('what was sent is there for the next statement, and stays with the transaction', async () => {
  const seen = await inTransaction(db, async (tx) => {
    await send(tx, insert(1));
    await send(tx, insert(2));
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from public.kept`.execute(tx);
    await send(tx, insert(3));
    return rows[0]?.n;
  });
  expect([seen, await all()]).toEqual([2, [1, 2, 3]]);
});

test('where one of them fails nothing stays, and it is told which', async () => {
  const last = inTransaction(db, async (tx) => {
    await send(tx, insert(4));
    await send(tx, insert(1));
    await send(tx, insert(5));
  });
  expect(await failure(last)).toBe('23505');
  const followed = inTransaction(db, async (tx) => {
    await send(tx, insert(1));
    await sql`select 1`.execute(tx);
  });
  expect(await failure(followed)).toBe('23505');
  expect(await failure(together(db, insert(1), insert(6)))).toBe('23505');
  expect(await all()).toEqual([1, 2, 3, 6]); // together is no transaction
});

test('after a failure the connection is as good as new, also for what was kept with its plan', async () => {
  for (let n = 0; n < 5; n += 1)
    expect(await failure(inTransaction(db, (tx) => together(tx, insert(7), insert(1), insert(8))))).toBe(
      '23505',
    );
  for (let n = 0; n < 5; n += 1) {
    const broken = sql`insert into public.kept (n) values (${n}::int / 0)`.compile(db);
    expect(await failure(inTransaction(db, async (tx) => send(tx, broken)))).toBe('22012');
  }
  await inTransaction(db, (tx) => together(tx, insert(7), insert(8)));
  expect(await all()).toEqual([1, 2, 3, 6, 7, 8]);
});

test('a transaction that is given up takes with it what was sent', async () => {
  const lost = inTransaction(db, async (tx) => {
    await send(tx, insert(20));
    throw new Error('given up');
  });
  expect(await failure(lost)).toBe('given up');
  const empty = await inTransaction(db, async () => 'nothing asked');
  expect([empty, await all()]).toEqual(['nothing asked', [1, 2, 3, 6, 7, 8]]);
});
