import { expect, test } from 'vitest';
import { atOneMoment } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';

const db = await testDatabase();
const noted = (q: typeof db.app) =>
  q
    .selectFrom('reports.to_count')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();

test('what is read for one page is of one moment, whatever is written meanwhile; nothing is written by it', async () => {
  const [id, agency] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
  const seen = await atOneMoment(db.app, async (q) => {
    const before = await noted(q);
    await db.owner.insertInto('reports.to_count').values({ dossier_id: id, agency_id: agency }).execute();
    return [before.n, (await noted(q)).n];
  });
  expect(seen).toEqual(['0', '0']);
  expect((await noted(db.app)).n).toBe('1');
  const writes = atOneMoment(db.app, (q) => q.deleteFrom('reports.to_count').execute());
  await expect(writes).rejects.toThrow('read-only');
});
