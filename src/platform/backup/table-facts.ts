import type pg from 'pg';
import { z } from 'zod';

export const tableFacts = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
});
export type TableFacts = z.infer<typeof tableFacts>;

export const sequenceFacts = z.object({
  schema: z.string(),
  name: z.string(),
  last: z.string(),
  called: z.boolean(),
});
export type SequenceFacts = z.infer<typeof sequenceFacts>;

export type TableName = Pick<TableFacts, 'schema' | 'name' | 'columns'>;

/** Ours and the queue's; in `public` only the list of migrations: others may keep theirs there. */
const OURS = `n.nspname !~ '^(pg_|information_schema$)' and (n.nspname <> 'public' or c.relname = 'motcua_migration')
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** Tables with the columns that hold something of their own, in the order of names. */
export async function listTables(client: pg.ClientBase): Promise<TableName[]> {
  const { rows } = await client.query<TableName>(
    `select n.nspname as schema, c.relname as name,
            array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                   and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and ${OURS} order by 1, 2`,
  );
  return rows;
}

export async function listSequences(
  client: pg.ClientBase,
): Promise<Pick<SequenceFacts, 'schema' | 'name'>[]> {
  const { rows } = await client.query<Pick<SequenceFacts, 'schema' | 'name'>>(
    `select n.nspname as schema, c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and ${OURS} order by 1, 2`,
  );
  return rows;
}

/** Pairs: the first has to be filled after the second. */
export async function listReferences(client: pg.ClientBase): Promise<{ from: string; to: string }[]> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select distinct conrelid::regclass::text as from, confrelid::regclass::text as to
       from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  return rows;
}

export function quoted({ schema, name }: Pick<TableFacts, 'schema' | 'name'>): string {
  return `${quote(schema)}.${quote(name)}`;
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Below the folder of the backup. */
export function fileOf({ schema, name }: Pick<TableFacts, 'schema' | 'name'>): string {
  return `database/${schema}.${name}.copy`;
}
