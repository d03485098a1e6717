import { runMigrations } from 'graphile-worker';
import type pg from 'pg';

// row level security is on for these tables: besides the grant motcua_app needs a policy
const GRANTS = `
do $$
declare
  one record;
begin
  grant usage on schema graphile_worker to motcua_app;
  grant execute on all functions in schema graphile_worker to motcua_app;
  grant usage, select on all sequences in schema graphile_worker to motcua_app;
  for one in select tablename from pg_tables where schemaname = 'graphile_worker' loop
    execute format('grant select, insert, update, delete on graphile_worker.%I to motcua_app', one.tablename);
    if not exists (select from pg_policies where schemaname = 'graphile_worker'
                    and tablename = one.tablename and policyname = 'motcua_app') then
      execute format('create policy motcua_app on graphile_worker.%I to motcua_app using (true) with check (true)',
                     one.tablename);
    end if;
  end loop;
end
$$`;

/** Makes or upgrades the queue's tables, as the owner; motcua_app may put jobs in and run them. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool });
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(7204417)'); // two starts must not grant at the same moment
    await client.query(GRANTS);
  } finally {
    await client.query('select pg_advisory_unlock(7204417)');
    client.release();
  }
}
