import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Held } from '../rules/case.ts';
import type { Kind, Move, PlannedPlace } from '../rules/cases-of-moves.ts';

/** How many dossiers were received since then. */
export async function countReceivedSince(q: Queries, since: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from dossiers.report_kind where received_at >= ${since}`.execute(q);
  return rows[0]?.count ?? 0;
}

/** Every `each`-th of the dossiers received since then: by chance, and the same each time. */
export async function listKindsSince(q: Queries, since: Instant, each: number): Promise<Kind[]> {
  const { rows } = await sql<Kind>`
    select id as of, procedure_code as procedure, field, intake_office_id as hours
      from dossiers.report_kind
     where received_at >= ${since} and mod(abs(hashtextextended(id::text, 0)), ${each}::int) = 0
     order by id`.execute(q);
  return rows;
}

/** One after the other, each by its key: for thousands at once PostgreSQL would rather read all that there are. */
const eachOf = (ids: readonly string[]) => sql`unnest(${ids}::uuid[]) as each (id)`;

interface MoveRow extends Omit<Move, 'steps'> {
  readonly of: string;
  readonly codes: readonly string[];
  readonly kinds: readonly string[];
  readonly offices: readonly string[];
}

/** What moved these dossiers, each in its order. */
export async function listMoves(q: Queries, ids: readonly string[]): Promise<Map<string, Move[]>> {
  const { rows } = await sql<MoveRow>`
    select m.* from ${eachOf(ids)} cross join lateral (
      select dossier_id as of, type, at, step_index as "stepIndex", suspends, goes_on as "goesOn", received_at as "receivedAt",
             due_at as "dueAt", step_codes as codes, step_kinds as kinds, step_offices as offices
        from dossiers.report_move where dossier_id = each.id order by seq) m`.execute(q);
  const moves = new Map<string, Move[]>();
  for (const { of, codes, kinds, offices, ...move } of rows) {
    const own = moves.get(of) ?? [];
    moves.set(of, own);
    own.push({ ...move, steps: codes.map((step, n): PlannedPlace => placeOf(step, kinds[n], offices[n])) });
  }
  return moves;
}

const placeOf = (step: string, kind = '', office = ''): PlannedPlace => ({ step, kind, office });

/** In whose hands these dossiers came, one after the other; while a citizen or another office has it, in nobody's. */
export async function listHolders(q: Queries, ids: readonly string[]): Promise<Map<string, Held[]>> {
  const { rows } = await sql<Held & { readonly of: string }>`
    select i.* from ${eachOf(ids)} cross join lateral (
      select dossier_id as of, from_at as "from", case when kind = 'running' then account_id end as who
        from dossiers.report_interval where dossier_id = each.id order by seq) i`.execute(q);
  return Map.groupBy(rows, ({ of }) => of);
}

/** An open dossier whose clock runs towards a due moment. */
export interface Running extends Kind {
  readonly stepIndex: number;
  readonly dueAt: Instant;
  /** Null: in nobody's hands. */
  readonly holder: string | null;
}

const isRunning = sql`clock = 'running' and due_at is not null and state in ('accepted', 'in-progress')`;

/** All of them: who is open is few beside who was. */
export async function listRunning(q: Queries): Promise<Running[]> {
  const { rows } = await sql<Running>`
    select id as of, procedure_code as procedure, field, intake_office_id as hours,
           coalesce(step_index, 0) as "stepIndex", due_at as "dueAt", holder_account_id as holder
      from dossiers.report_kind
     where ${isRunning}`.execute(q);
  return rows;
}

/** How many of those each office, and each officer, has in hand. */
export async function countRunning(q: Queries) {
  const { rows } = await sql<{ office: string | null; holder: string | null; count: number }>`
    select holder_office_id as office, holder_account_id as holder, count(*)::int as count
      from dossiers.report_kind
     where ${isRunning}
     group by 1, 2`.execute(q);
  const [offices, holders] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, of: string | null, count: number) =>
    of !== null && to.set(of, (to.get(of) ?? 0) + count);
  for (const { office, holder, count } of rows) {
    add(offices, office, count);
    add(holders, holder, count);
  }
  return { offices, holders };
}
