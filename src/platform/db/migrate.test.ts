import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from './testing.ts';

const db = await testDatabase();

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
