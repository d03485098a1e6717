import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';

/** What a column may hold; an object or an array of a JSON column is given as its text. */
type Value = string | number | boolean | bigint | Buffer | readonly string[] | null | undefined;
export type CopiedRow = Readonly<Record<string, Value>>;

const CHUNK = 64 * 1024;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign);

/** As COPY reads it in text format; PostgreSQL makes of it what the column is. */
function valueText(value: Value): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return escaped(arrayText(value));
  return typeof value === 'boolean' ? (value ? 't' : 'f') : String(value);
}

function arrayText(values: readonly string[]): string {
  return `{${values.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function* lines(rows: Iterable<CopiedRow>, columns: readonly string[]): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${columns.map((column) => valueText(row[column])).join('\t')}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

const quoted = (name: string) => `"${name.replace(/"/g, '""')}"`;

/**
 * Many rows at once by COPY, in the transaction of the client; constraints and triggers hold. Columns are those of
 * all rows together; a row without one has null there, not the default.
 */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  rows: readonly CopiedRow[],
  stop?: AbortSignal,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(rows);
  const name = table.split('.').map(quoted).join('.');
  const into = client.query(from(`copy ${name} (${columns.map(quoted).join(', ')}) from stdin`));
  await pipeline(Readable.from(lines(rows, columns)), into, stop ? { signal: stop } : {});
}

function columnsOf(rows: readonly CopiedRow[]): string[] {
  const columns = new Set<string>();
  for (const row of rows) for (const column in row) columns.add(column);
  return [...columns];
}

/**
 * A connection of its own for COPY: those of the pool send statements ahead, which COPY cannot. When it shall stop the
 * server ends it, whatever it is doing: what was not committed is gone.
 */
export async function withCopying<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
  stop?: AbortSignal,
): Promise<T> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {}); // told by the statement that runs
  await client.connect();
  const end = await endingOf(client, connectionString);
  stop?.addEventListener('abort', end, { once: true });
  try {
    stop?.throwIfAborted();
    return await work(client);
  } catch (error) {
    stop?.throwIfAborted(); // rather than what the end of the connection looked like
    throw error;
  } finally {
    stop?.removeEventListener('abort', end);
    await client.end();
  }
}

/** Ends the server's side of a connection from another one. */
async function endingOf(client: pg.Client, connectionString: string): Promise<() => void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const end = async () => {
    const other = new pg.Client({ connectionString });
    other.on('error', () => {});
    await other.connect();
    await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await other.end();
  };
  return () => void end().catch(() => {}); // the server is away: it has ended by itself
}
