import type pg from 'pg';

/** From this use on a statement is kept: what is asked once or twice is not worth a plan. */
const KEPT_FROM = 3;
/** Of one connection: each kept plan takes memory of the server. */
const MOST_KEPT = 250;
/** Rows by the hundred in one text come in every length, and never again. */
const LONGEST = 6_000;

/**
 * Statements that come again on a connection are parsed and planned once: of the short ones most of the server's time
 * is planning. PostgreSQL itself goes on planning for the values where that is worth it (`plan_cache_mode = auto`). @public (used in database.ts, which knip does not read)
 */
export function keepPlans(client: pg.ClientBase): void {
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const kept = names.get(text);
    if (kept !== undefined || names.size >= MOST_KEPT || text.length > LONGEST) return kept;
    const used = (uses.get(text) ?? 0) + 1;
    if (used < KEPT_FROM) {
      if (uses.size > 4 * MOST_KEPT) uses.clear();
      uses.set(text, used);
      return undefined;
    }
    uses.delete(text);
    const name = `kept_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const withName = (...args: unknown[]): unknown => {
    const [text, values] = args;
    if (args.length !== 2 || typeof text !== 'string' || !Array.isArray(values)) return query(...args);
    const name = nameOf(text);
    return name === undefined ? query(...args) : query({ text, values, name });
  };
  client.query = withName as typeof client.query;
}
