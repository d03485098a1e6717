import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createDatabase, createPool, inTransaction } from './database.ts';
import { testDatabase } from './testing.ts';

const { appUrl } = await testDatabase();
const pool = createPool({ connectionString: appUrl, max: 1 });
const db = createDatabase(pool);
afterAll(() => pool.end());

const kept = async () =>
  (await pool.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map(
    ({ statement }) => statement,
  );
const twice = async (n: number) =>
  (await sql<{ n: number }>`select ${n}::int * 2 as n`.execute(db)).rows[0]?.n;

test('what comes again is kept with its plan, and answers as before', async () => {
  expect([await twice(1), await twice(2)]).toEqual([2, 4]);
  expect(await kept()).toEqual([]);
  expect([await twice(3), await twice(4), await twice(5)]).toEqual([6, 8, 10]);
  expect(await kept()).toEqual(['select $1::int * 2 as n']);
});

test('a statement that fails, or a transaction that is rolled back, leaves nothing behind that is wrong', async () => {
  const divided = async (by: number) =>
    (await sql<{ n: number }>`select 12 / ${by}::int as n`.execute(db)).rows[0]?.n;
  for (let i = 0; i < 4; i += 1) await expect(divided(0)).rejects.toThrow('division by zero');
  expect(await divided(4)).toBe(3);
  const lost = inTransaction(db, async (tx) => {
    for (let i = 0; i < 4; i += 1) await sql`select ${'a'}::text || ${'b'}::text`.execute(tx);
    throw new Error('lost');
  });
  await expect(lost).rejects.toThrow('lost');
  const { rows } = await sql<{ both: string }>`select ${'a'}::text || ${'b'}::text as both`.execute(db);
  expect(rows).toEqual([{ both: 'ab' }]);
});

test('however many statements there are, a connection keeps some hundreds', async () => {
  for (let i = 0; i < 400; i += 1)
    for (let again = 0; again < 3; again += 1)
      await sql`select ${sql.lit(i)}::int, ${again}::int`.execute(db);
  const count = (await kept()).length;
  expect(count).toBeGreaterThan(200);
  expect(count).toBeLessThanOrEqual(250);
});
