import type { Writable } from 'node:stream';
import { PostgresDialect, PostgresDriver } from 'kysely';
import type pg from 'pg';

type Answer = Promise<unknown>;

/** What a transaction has sent without waiting for the answer. */
export class SentAhead {
  readonly #sent: Answer[] = [];

  note(answer: Answer): void {
    answer.catch(() => {}); // told by `firstError`, or lost with a transaction that is rolled back anyway
    this.#sent.push(answer);
  }

  /** Why the transaction could not be ended: what follows a failed statement only says that one has failed. */
  async firstError(): Promise<unknown> {
    const ended = await Promise.allSettled(this.#sent);
    return ended.find((one) => one.status === 'rejected')?.reason;
  }
}

const ahead = new WeakMap<object, SentAhead>();

/** Of a transaction that has just begun. @public (used in database.ts, which knip does not read) */
export function openSentAhead(tx: object): SentAhead {
  const sent = new SentAhead();
  ahead.set(tx, sent);
  return sent;
}

/** Undefined: no transaction of ours, nobody would hear of a failure later. */
export function sentAheadOf(q: object): SentAhead | undefined {
  return ahead.get(q);
}

type Connection = Parameters<PostgresDriver['commitTransaction']>[0];

/** `begin` travels with the first statement of the transaction. */
class AheadDriver extends PostgresDriver {
  readonly #begun = new WeakMap<Connection, Answer>();

  override async beginTransaction(...args: Parameters<PostgresDriver['beginTransaction']>): Promise<void> {
    const begun = super.beginTransaction(...args);
    begun.catch(() => {}); // told by the commit
    this.#begun.set(args[0], begun);
  }

  /** What never began was written statement by statement: `commit` would only warn, and nobody may call it done. */
  override async commitTransaction(connection: Connection): Promise<void> {
    await this.#begun.get(connection);
    await super.commitTransaction(connection);
  }
}

/** @public (as above) */
export class AheadDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): PostgresDriver {
    return new AheadDriver({ pool: this.#pool });
  }
}

/** What is asked within one turn of the program goes to the server in one piece. @public (as above) */
export function sendInOnePiece(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  let holding = false;
  const holdThenQuery = (...args: unknown[]): unknown => {
    if (!holding) {
      holding = true;
      stream.cork();
      process.nextTick(() => {
        holding = false;
        stream.uncork();
      });
    }
    return query(...args);
  };
  client.query = holdThenQuery as typeof client.query;
}
