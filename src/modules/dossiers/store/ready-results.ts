import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Told } from '../rules/dossier.ts';
import type { ListCursor } from '../rules/list-cursor.ts';
import { columns, type DossierLine, lineOf, type SortedPage } from './lists.ts';
import { REAL } from './real-dossiers.ts';
import { beyondPlace, orderOf } from './sorted.ts';

export interface ReadyPage {
  readonly limit: number;
  readonly after: ListCursor | null;
}

/** A result that waits to be fetched. */
export interface ReadyLine extends DossierLine {
  readonly told: Told | null;
  /** Accepted together with others. */
  readonly groupId: string | null;
}

/** Waits too long when it is from before this moment; each agency counts its own days. */
export interface UnfetchedSince {
  readonly agencyId: string;
  readonly before: Instant;
}

const waiting = (q: Queries, officeIds: readonly string[]) =>
  q
    .selectFrom(REAL.as('d'))
    .where('holder_office_id', 'in', officeIds)
    .where('state', '=', 'decided')
    .where('task', '=', 'hand-over');

/** Decided dossiers that wait at these one-stops for the citizen, the oldest result first. */
export async function listReady(
  q: Queries,
  officeIds: readonly string[],
  { limit, after }: ReadyPage,
  unfetched: readonly UnfetchedSince[] | null = null,
): Promise<ReadyLine[]> {
  if (officeIds.length === 0) return [];
  let query = waitingFor(q, officeIds, unfetched);
  if (after?.at) {
    const { at, id } = after;
    query = query.where((eb) =>
      eb.or([eb('ended_at', '>', at), eb.and([eb('ended_at', '=', at), eb('id', '>', id)])]),
    );
  }
  const rows = await query.orderBy('ended_at').orderBy('id').limit(limit).execute();
  return rows.map(readyLine);
}

/** The same lines in an order that was chosen. */
export async function listReadySorted(
  q: Queries,
  officeIds: readonly string[],
  { sort, place, limit }: SortedPage,
  unfetched: readonly UnfetchedSince[] | null,
): Promise<ReadyLine[]> {
  if (officeIds.length === 0) return [];
  let query = waitingFor(q, officeIds, unfetched);
  if (place) query = query.where(beyondPlace(sort, place));
  const rows = await query.orderBy(orderOf(sort)).limit(limit).execute();
  return rows.map(readyLine);
}

function waitingFor(q: Queries, officeIds: readonly string[], unfetched: readonly UnfetchedSince[] | null) {
  const query = waiting(q, officeIds)
    .select(columns)
    .select(['told_times', 'told_at', 'told_outcome', 'group_id']);
  return unfetched ? query.where(tooLong(unfetched)) : query;
}

function readyLine(row: Parameters<typeof lineOf>[0] & ToldColumns & { readonly group_id: string | null }) {
  return { ...lineOf(row), told: toldOf(row), groupId: row.group_id };
}

interface ToldColumns {
  readonly told_times: number;
  readonly told_at: string | null;
  readonly told_outcome: string | null;
}

function toldOf({ told_times: times, told_at: at, told_outcome: outcome }: ToldColumns): Told | null {
  return at === null ? null : ({ times, at, outcome } as Told);
}

function tooLong(unfetched: readonly UnfetchedSince[]) {
  const each = unfetched.map(
    ({ agencyId, before }) => sql`(agency_id = ${agencyId}::uuid and ended_at < ${before}::timestamptz)`,
  );
  return each.length > 0 ? sql<boolean>`(${sql.join(each, sql` or `)})` : sql<boolean>`false`;
}

/** How many wait, and how many of them too long. */
export async function countReady(
  q: Queries,
  officeIds: readonly string[],
  unfetched: readonly UnfetchedSince[],
): Promise<{ readonly all: number; readonly unfetched: number }> {
  if (officeIds.length === 0) return { all: 0, unfetched: 0 };
  return waiting(q, officeIds)
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where ${tooLong(unfetched)}))::int`.as('unfetched'),
    ])
    .executeTakeFirstOrThrow();
}
