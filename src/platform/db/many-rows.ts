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
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`;
  return String(value);
}

/** JSON escapes quotes and backslashes as arrays do, and much faster; line ends it escapes otherwise. */
function quoted(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return /[\p{Cc}\p{Cs}]/u.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : JSON.stringify(text);
}

/** The rows as a table `r`: a parameter a column; what stands alike in all of them is sent once. */
function unnested<C extends ColumnTypes>(types: C, rows: readonly RowOf<C>[]): RawBuilder<unknown> {
  const names = Object.keys(types);
  const typeOf = (name: string) => sql.raw(types[name] ?? 'text');
  const alike = new Set(names.slice(1).filter((name) => isAlike(name, rows)));
  const differing = names.filter((name) => !alike.has(name));
  const arrays = differing.map(
    (name) => sql`${arrayText(rows.map((row) => row[name] ?? null))}::${typeOf(name)}[]`,
  );
  const columns = names.map((name) =>
    alike.has(name)
      ? sql`${rows[0]?.[name] ?? null}::${typeOf(name)} as ${sql.ref(name)}`
      : sql.ref(`u.${name}`),
  );
  const parts = sql.join(differing.map((name) => sql.ref(name)));
  return sql`(select ${sql.join(columns)} from unnest(${sql.join(arrays)}) as u (${parts})) as r`;
}

const isAlike = <C extends ColumnTypes>(name: keyof C, rows: readonly RowOf<C>[]) =>
  rows.every((row) => row[name] === rows[0]?.[name]);

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
