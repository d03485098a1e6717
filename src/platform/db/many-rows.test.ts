import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from './database.ts';
import { insertRows, updateRows } from './many-rows.ts';
import { testDatabase } from './testing.ts';

const { owner } = await testDatabase();
const TABLE = 'public.of_many' as 'audit.entry';
beforeAll(() =>
  sql`create table public.of_many (id uuid primary key, words text, other text, n integer, yes boolean, bytes bytea,
    said jsonb, at timestamptz(0))`.execute(owner),
);

const types = {
  ...{ id: 'uuid', words: 'text', other: 'text', n: 'integer', yes: 'boolean', bytes: 'bytea' },
  ...{ said: 'jsonb', at: 'timestamptz' },
} as const;
const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((one) => one.replaceAll('\u0000', ''));
const misread = [
  '',
  'NULL',
  '{}',
  '{a,b}',
  '"',
  '\\',
  '\\"',
  'a,b',
  ' ',
  '\n',
  'a"\n\\',
  '\t\r',
  '\u0001"',
  'Ặ"',
];
const words = fc.option(fc.oneof(text, fc.constantFrom(...misread)));
const columns = {
  ...{ words, other: words, yes: fc.boolean(), n: fc.option(fc.integer({ min: -1000, max: 1000 })) },
  bytes: fc.option(fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes))),
  said: fc.option(fc.dictionary(text, text, { maxKeys: 3 }).map((value) => JSON.stringify(value))),
  at: fc.constantFrom('2022-07-25T08:00:00+07:00', null),
};
/** Half of the time the other columns are alike in all rows. */
const someRows = fc
  .tuple(
    fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 }),
    fc.array(fc.record(columns), { minLength: 8, maxLength: 8 }),
    fc.boolean(),
  )
  .map(([ids, rows, alike]) => ids.map((id, at) => ({ ...(rows[alike ? 0 : at] as Row), id })));
type Row = { readonly [C in keyof typeof columns]: string | number | boolean | Buffer | null };

async function kept() {
  const { rows } = await sql<Row & { id: string }>`select * from public.of_many order by id`.execute(owner);
  return rows;
}

const asKept = (rows: readonly (Row & { readonly id: string })[]) =>
  rows
    .map(({ said, ...row }) => ({ ...row, said: typeof said === 'string' ? JSON.parse(said) : said }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

test('whatever stands in the rows stands in the table, inserted and changed', async () => {
  await fc.assert(
    fc.asyncProperty(someRows, someRows, async (given, others) => {
      await sql`delete from public.of_many`.execute(owner);
      await inTransaction(owner, (tx) => insertRows(tx, TABLE, types, given));
      expect(await kept()).toEqual(asKept(given));
      const changed = given
        .slice(1)
        .map(({ id }, index) => ({ ...(others[index] ?? others[0] ?? given[0]), id }));
      await inTransaction(owner, (tx) => updateRows(tx, TABLE, types, changed as typeof given));
      expect(await kept()).toEqual(asKept([...given.slice(0, 1), ...(changed as typeof given)]));
    }),
    { numRuns: 150 },
  );
});
