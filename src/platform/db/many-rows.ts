import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './database.ts';
import type { DB } from './schema.ts';
import { send } from './sent.ts';

/** What a column may hold; an object or an array of a JSON column is given as its text. */
type Value = string | number | boolean | Uint8Array | readonly string[] | null;
type ManyRow = Readonly<Record<string, Value>>;

/** The rows as PostgreSQL reads them into the columns of the table. */
function read(table: keyof DB, rows: readonly ManyRow[]): RawBuilder<unknown> {
  const text = JSON.stringify(rows.map(asText));
  return sql`json_populate_recordset(null::${sql.table(table)}, ${text}::json) as r`;
}

function asText(row: ManyRow): Readonly<Record<string, unknown>> {
  const entries = Object.entries(row).map(([column, value]) => [column, isBytes(value) ? hex(value) : value]);
  return Object.fromEntries(entries);
}

const isBytes = (value: Value): value is Uint8Array => value instanceof Uint8Array;
const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;

const parsed = (column: string) => sql`(${sql.ref(`r.${column}`)} #>> '{}')::jsonb`;

/** Many rows in one statement with one parameter; all have the columns of the first. `json`: columns given as JSON text. */
export async function insertRows(
  tx: Tx,
  table: keyof DB,
  rows: readonly ManyRow[],
  json: readonly string[] = [],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const statement = sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(columns.map((column) => (json.includes(column) ? parsed(column) : sql.ref(`r.${column}`))))} from ${read(table, rows)}`;
  await send(tx, statement.compile(tx));
}

/** Many rows of a table, each found by its `id`; all get the columns of the first. */
export async function updateRows(
  tx: Tx,
  table: keyof DB,
  rows: readonly (ManyRow & { readonly id: string })[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).filter((column) => column !== 'id');
  const values = sql.join(columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`));
  const statement = sql`update ${sql.table(table)} t set ${values} from ${read(table, rows)}
    where t.id = r.id`;
  await send(tx, statement.compile(tx));
}
