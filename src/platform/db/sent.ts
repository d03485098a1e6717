import type { Compilable, CompiledQuery } from 'kysely';
import { sentAheadOf } from './ahead.ts';
import type { Queries } from './database.ts';

type RowsOf<Q> = Q extends Compilable<infer Row> ? Row[] : Q extends CompiledQuery<infer Row> ? Row[] : never;
type Statement = Compilable<unknown> | CompiledQuery<unknown>;

const compiled = (statement: Statement): CompiledQuery<unknown> =>
  'compile' in statement ? statement.compile() : statement;

/**
 * Statements that do not need each other's answers go over one connection in one piece, and are answered in their
 * order: one way to PostgreSQL and back instead of one for each.
 */
export async function together<const Q extends readonly Statement[]>(
  q: Queries,
  ...statements: Q
): Promise<{ readonly [I in keyof Q]: RowsOf<Q[I]> }> {
  const texts = statements.map(compiled);
  const answers = await q.getExecutor().provideConnection((connection) => {
    const sent = texts.map((one) => connection.executeQuery<unknown>(one));
    return Promise.all(sent.map((one) => one.then(({ rows }) => rows))).finally(() =>
      Promise.allSettled(sent),
    );
  });
  return answers as { readonly [I in keyof Q]: RowsOf<Q[I]> };
}

/**
 * In a transaction, writes without waiting for the answer: it is awaited by the end of the transaction, which fails
 * if this does. For statements of which nobody needs the answer, and whose failure is a bug or an outage.
 */
export async function send(q: Queries, statement: Statement): Promise<void> {
  const text = compiled(statement);
  const sent = sentAheadOf(q);
  await q.getExecutor().provideConnection(async (connection) => {
    const answer = connection.executeQuery(text);
    if (sent) sent.note(answer);
    else await answer;
  });
}
