import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import type pg from 'pg';

/** The part of a connection of `pg` that speaks COPY; its types leave it out. */
interface CopyConnection {
  readonly stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/**
 * A query of `pg` for COPY in both directions: bytes pass through, nothing is held in memory beyond what the
 * other side has not taken yet.
 */
abstract class Copy {
  readonly done: Promise<number>;
  readonly #settled = Promise.withResolvers<number>();
  readonly #text: string;
  #rows = 0;
  #problem: Error | undefined;

  constructor(text: string) {
    this.#text = text;
    this.done = this.#settled.promise;
    this.done.catch(() => {}); // told to who awaits it
  }

  submit(connection: pg.Connection): void {
    (connection as unknown as CopyConnection).query(this.#text);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0);
  }

  handleReadyForQuery(): void {
    if (this.#problem) this.#settled.reject(this.#problem);
    else this.#settled.resolve(this.#rows);
  }

  /** Also when the connection ends: then nobody says ready any more. */
  handleError(error: Error): void {
    this.fail(error);
    this.#settled.reject(this.#problem);
  }

  /** Throws what went wrong on this side after the server had said that all is well. */
  check(): void {
    if (this.#problem) throw this.#problem;
  }

  protected fail(error: Error): void {
    this.#problem ??= error;
  }

  handleRowDescription(): void {}
  handleCopyInResponse(_connection: unknown): void {}
  handleCopyData(_message: unknown, _connection: unknown): void {}
}

class CopyOut extends Copy {
  readonly #write: (chunk: Uint8Array) => Promise<void>;
  #writing: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(text: string, write: (chunk: Uint8Array) => Promise<void>) {
    super(text);
    this.#write = write;
  }

  /** Waits for the last write. */
  get written(): Promise<void> {
    return this.#writing;
  }

  override handleCopyData({ chunk }: { chunk: Uint8Array }, { stream }: CopyConnection): void {
    const own = Uint8Array.from(chunk); // the parser uses its buffer again
    this.#waiting += own.length;
    if (this.#waiting > HIGH_WATER) stream.pause();
    this.#writing = this.#writing.then(() => this.#write(own)).catch((error: Error) => this.fail(error));
    void this.#writing.then(() => {
      this.#waiting -= own.length;
      if (this.#waiting <= HIGH_WATER) stream.resume();
    });
  }
}

class CopyIn extends Copy {
  readonly #chunks: AsyncIterable<Uint8Array>;
  #over = false;

  constructor(text: string, chunks: AsyncIterable<Uint8Array>) {
    super(text);
    this.#chunks = chunks;
  }

  override handleCopyInResponse(connection: CopyConnection): void {
    void this.#send(connection);
  }

  override handleError(error: Error): void {
    this.#over = true;
    super.handleError(error);
  }

  async #send(connection: CopyConnection): Promise<void> {
    try {
      for await (const chunk of this.#chunks) {
        if (this.#over) return;
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
      }
      connection.endCopyFrom();
    } catch (error) {
      this.fail(error as Error);
      connection.sendCopyFail('the source ended');
    }
  }
}

const HIGH_WATER = 4 * 1024 * 1024;

/** `copy … to stdout`; answers the number of rows when the last byte has been written. */
export async function copyOut(
  client: pg.Client,
  text: string,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<number> {
  const copy = client.query(new CopyOut(text, write));
  const rows = await copy.done;
  await copy.written;
  copy.check();
  return rows;
}

/** `copy … from stdin`; answers the number of rows. */
export function copyIn(client: pg.Client, text: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  return client.query(new CopyIn(text, chunks)).done;
}
