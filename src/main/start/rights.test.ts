import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createPool } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { appendOnly } from '../append-only.ts';
import { checkRights } from './rights.ts';

const db = await testDatabase();
const app = createPool({ connectionString: db.appUrl, max: 1 });
const owner = createPool({ connectionString: db.ownerUrl, max: 1 });
afterAll(() => Promise.all([app.end(), owner.end()]));

test('motcua_app may only add to history and audit', async () => {
  await checkRights(app, appendOnly);
  expect(appendOnly.length).toBeGreaterThan(0);
});

test('a role that could change them is refused', async () => {
  await expect(checkRights(owner, appendOnly)).rejects.toMatchObject({ key: 'app-role-too-mighty' });
  for (const right of ['update', 'delete', 'truncate', 'update (n)']) {
    await sql`create table if not exists platform.history_for_test (n integer)`.execute(db.owner);
    await sql`grant insert, select on platform.history_for_test to motcua_app`.execute(db.owner);
    await checkRights(app, ['platform.history_for_test']);
    await sql`grant ${sql.raw(right)} on platform.history_for_test to motcua_app`.execute(db.owner);
    await expect(checkRights(app, ['platform.history_for_test'])).rejects.toMatchObject({
      key: 'history-changeable',
    });
    await sql`drop table platform.history_for_test`.execute(db.owner);
  }
  await expect(checkRights(app, ['audit.no_such_table'])).rejects.toMatchObject({
    key: 'history-changeable',
  });
});
