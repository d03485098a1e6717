import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyRows, withCopying } from './copy-rows.ts';
import { createPool } from './database.ts';
import { testDatabase } from './testing.ts';

const { ownerUrl } = await testDatabase();
const pool = createPool({ connectionString: ownerUrl, max: 1 });
afterAll(() => pool.end());
beforeAll(() =>
  pool.query(`create table public.of_all (id uuid primary key, words text, n integer, big bigint, yes boolean,
    bytes bytea, many text[], said jsonb, at timestamptz(0), day date)`),
);

const at = '2022-07-25T08:00:00+07:00';
const words = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\u0000', ''));
const someRow = fc.record({
  id: fc.uuid(),
  words: fc.option(fc.oneof(words, fc.constantFrom('\\N', '\t', 'a\nb\\', '\\x00', '{"a"}', 'Ặ\r\n'))),
  n: fc.option(fc.integer({ min: -1000, max: 1000 })),
  big: fc.option(fc.constantFrom('9007199254740993', '0')),
  yes: fc.boolean(),
  bytes: fc.option(fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes))),
  many: fc.option(fc.array(words, { maxLength: 3 })),
  said: fc.option(fc.dictionary(words, words, { maxKeys: 3 }).map((value) => JSON.stringify(value))),
  at: fc.constantFrom(at, null),
  day: fc.constantFrom('2022-07-25', null),
});

test('what is copied is what was given, whatever stands in it', async () => {
  const rows = fc.uniqueArray(someRow, { maxLength: 20, selector: (row) => row.id });
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      await pool.query('delete from public.of_all');
      await withCopying(ownerUrl, (client) => copyRows(client, 'public.of_all', given));
      const { rows: found } = await pool.query('select * from public.of_all');
      const wanted = given.map(({ said, ...row }) => ({ ...row, said: said && JSON.parse(said) }));
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect(found.sort(byId)).toEqual(wanted.sort(byId));
    }),
    { numRuns: 60 },
  );
});

test('a row that the table refuses undoes the whole copy', async () => {
  await pool.query('delete from public.of_all');
  const row = { id: '0190a000-0000-7000-8000-000000000001', yes: true };
  const twice = withCopying(ownerUrl, (client) => copyRows(client, 'public.of_all', [row, row]));
  await expect(twice).rejects.toThrow('duplicate key');
  const { rows } = await pool.query('select count(*)::int as count from public.of_all');
  expect(rows).toEqual([{ count: 0 }]);
});
