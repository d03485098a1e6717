import type { Socket } from 'node:net';
import pg from 'pg';
import type { Recorded } from './recorded.ts';

/** `one by one`: each statement waits for the answer of the one before; `in one piece`: only transactions wait. */
export type Manner = 'one by one' | 'in one piece';

const READY = 'Z'.charCodeAt(0);
const ERROR = 'E'.charCodeAt(0);

/**
 * A connection that sends prepared messages and reads no more of the answers than that they are there: PostgreSQL
 * alone is measured, not a driver.
 */
export class BareConnection {
  readonly #client: pg.Client;
  readonly #stream: Socket;
  readonly #names = new Map<string, string>();
  #rest: Buffer = Buffer.alloc(0);
  #awaited = 0;
  #done: () => void = () => {};
  readonly errors: string[] = [];

  private constructor(client: pg.Client) {
    this.#client = client;
    this.#stream = (
      client as unknown as { readonly connection: { readonly stream: Socket } }
    ).connection.stream;
    this.#stream.removeAllListeners('data');
    this.#stream.on('data', (chunk) => this.#hear(chunk));
  }

  static async open(connectionString: string): Promise<BareConnection> {
    const client = new pg.Client({ connectionString });
    client.on('error', () => {}); // it does not know that we have said good-bye
    await client.connect();
    return new BareConnection(client);
  }

  #hear(chunk: Buffer): void {
    let bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    while (bytes.length >= 5) {
      const length = 1 + bytes.readInt32BE(1);
      if (bytes.length < length) break;
      if (bytes[0] === ERROR) this.errors.push(bytes.subarray(5, length).toString().replaceAll('\0', ' '));
      if (bytes[0] === READY) this.#awaited -= 1;
      bytes = bytes.subarray(length);
    }
    this.#rest = bytes;
    if (this.#awaited === 0) this.#done();
  }

  /** The messages of a statement; the first time it is given a name, as our driver does. */
  messagesOf({ text, values }: Recorded): Buffer {
    if (values.length === 0 && /^(begin|commit|rollback)$/.test(text))
      return message('Q', Buffer.from(`${text}\0`));
    const known = this.#names.get(text);
    const name = known ?? `r${this.#names.size}`;
    this.#names.set(text, name);
    const parse = known ? [] : [message('P', Buffer.from(`${name}\0${text}\0\0\0`))];
    return Buffer.concat([...parse, bindOf(name, values), execute, sync]);
  }

  send(messages: Buffer, answers: number): Promise<void> {
    this.#awaited = answers;
    return new Promise((done) => {
      this.#done = done;
      this.#stream.write(messages);
    });
  }

  async close(): Promise<void> {
    const gone = new Promise((done) => this.#client.once('end', done));
    this.#stream.end(message('X', Buffer.alloc(0)));
    await gone;
  }
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}

const execute = message('E', Buffer.from([0, 0, 0, 0, 0]));
const sync = message('S', Buffer.alloc(0));

function bindOf(name: string, values: readonly (string | null)[]): Buffer {
  const number = (value: number, bytes: 2 | 4) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeIntBE(value, 0, bytes);
    return buffer;
  };
  const parts = [Buffer.from(`\0${name}\0`), number(0, 2), number(values.length, 2)];
  for (const value of values) {
    if (value === null) parts.push(number(-1, 4));
    else {
      const bytes = Buffer.from(value);
      parts.push(number(bytes.length, 4), bytes);
    }
  }
  parts.push(number(0, 2));
  return message('B', Buffer.concat(parts));
}

/** From `begin` to its end, and each statement that stands alone. */
function piecesOf(statements: readonly Recorded[]): Recorded[][] {
  const pieces: Recorded[][] = [];
  let open = false;
  for (const statement of statements) {
    if (open) pieces.at(-1)?.push(statement);
    else pieces.push([statement]);
    if (statement.text === 'begin') open = true;
    if (statement.text === 'commit' || statement.text === 'rollback') open = false;
  }
  return pieces;
}

interface Prepared {
  readonly messages: Buffer;
  readonly answers: number;
}

/** Dealt out to the connections; the messages are made before anything is measured. Answers the seconds. */
export async function replay(
  connections: readonly BareConnection[],
  lives: readonly (readonly Recorded[])[],
  manner: Manner,
): Promise<number> {
  const work = connections.map((connection, index) => {
    const own = lives.filter((_, life) => life % connections.length === index);
    const steps = own.flatMap((life) =>
      manner === 'one by one' ? life.map((one) => [one]) : piecesOf(life),
    );
    return steps.map(
      (piece): Prepared => ({
        messages: Buffer.concat(piece.map((one) => connection.messagesOf(one))),
        answers: piece.length,
      }),
    );
  });
  const started = performance.now();
  await Promise.all(
    connections.map(async (connection, index) => {
      for (const { messages, answers } of work[index] ?? []) await connection.send(messages, answers);
    }),
  );
  return (performance.now() - started) / 1000;
}
