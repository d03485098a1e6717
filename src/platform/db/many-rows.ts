import { type RawBuilder, sql } from 'kysely';
import type { Queries } from './database.ts';
import type { DB } from './schema.ts';
import { send } from './sent.ts';

/** What a column may hold; an object or an array of a JSON column is given as its text. */
type Value = string | number | boolean | Uint8Array | null;
/** Columns to be written, with what PostgreSQL calls their types. */
export type ColumnTypes = Readonly<Record<string, string>>;
type RowOf<C extends ColumnTypes> = { readonly [N in keyof C]: Value };

/** An array as PostgreSQL reads it. */
function arrayText(values: readonly Value[]): string {
  return `{${values.map(elementText).join(',')}}`;
}

function elementText(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string')
    return /["\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`;
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`;
  return String(value);
}

/** The rows as a table `r`: a parameter a column, so that the text is the same for however many rows. */
function unnested<C extends ColumnTypes>(types: C, rows: readonly RowOf<C>[]): RawBuilder<unknown> {
  const names = Object.keys(types);
  const arrays = names.map(
    (name) => sql`${arrayText(rows.map((row) => row[name] ?? null))}::${sql.raw(types[name] ?? 'text')}[]`,
  );
  return sql`unnest(${sql.join(arrays)}) as r (${sql.join(names.map((name) => sql.ref(name)))})`;
}

/** Many rows in one statement. */
export async function insertRows<const C extends ColumnTypes>(
  q: Queries,
  table: keyof DB,
  types: C,
  rows: readonly RowOf<C>[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.join(Object.keys(types).map((name) => sql.ref(name)));
  const statement = sql`insert into ${sql.table(table)} (${names}) select * from ${unnested(types, rows)}`;
  await send(q, statement.compile(q));
}

/** Many rows of a table, each found by its `id`. */
export async function updateRows<const C extends ColumnTypes & { readonly id: string }>(
  q: Queries,
  table: keyof DB,
  types: C,
  rows: readonly RowOf<C>[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(types).filter((name) => name !== 'id');
  const values = sql.join(names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`r.${name}`)}`));
  const statement = sql`update ${sql.table(table)} t set ${values} from ${unnested(types, rows)} where t.id = r.id`;
  await send(q, statement.compile(q));
}
