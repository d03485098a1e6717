import pg from 'pg';
import { BackupProblem } from '#platform/backup/problem.ts';
import { checkServer } from '../start/server-postgres.ts';

/** Schemas and tables that are neither PostgreSQL's own nor part of an extension. */
const SCHEMAS = `select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema$|public$)'`;
const TABLES = `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** Never over any data: a database with a schema or table of somebody is refused. */
export async function checkEmptyDatabase(ownerUrl: string): Promise<void> {
  await checkServer(ownerUrl);
  await asOwner(ownerUrl, async (owner) => {
    const found = [...(await namesOf(owner, SCHEMAS)), ...(await namesOf(owner, TABLES))];
    if (found[0] !== undefined) throw new BackupProblem('restore-database-not-empty', { name: found[0] });
  });
}

/** After a restore that failed, into a database that was empty before: takes back what it made. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    for (const name of await namesOf(owner, SCHEMAS))
      await owner.query(`drop schema ${owner.escapeIdentifier(name)} cascade`);
    await owner.query('drop table if exists public.motcua_migration');
  });
}

async function namesOf(owner: pg.Client, text: string): Promise<string[]> {
  return (await owner.query<{ name: string }>(text)).rows.map(({ name }) => name);
}

async function asOwner(connectionString: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString });
  owner.on('error', () => {}); // told by the query that runs
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}
