import type { Selectable } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { Pieces } from '../rules/count-form.ts';
import type { Count, ListState, Totals } from '../rules/day.ts';

/** What a clerk took on a day at a one-stop; number 2 and further are supplementary. */
export interface CashList {
  readonly id: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly accountId: string;
  readonly clerkName: string;
  readonly clerkTitle: string;
  readonly day: CivilDate;
  readonly number: number;
  readonly state: ListState;
  /** Null while it is open. */
  readonly closing: Closing | null;
  readonly confirmation: Confirmation | null;
}

export interface Closing {
  readonly at: Instant;
  readonly key: string;
  readonly expected: Totals;
  readonly count: Count;
  readonly pieces: Pieces | null;
  readonly explanationId: string | null;
}

export interface Confirmation {
  readonly at: Instant;
  readonly key: string;
  readonly receivedCash: number;
  readonly accountId: string;
  readonly name: string;
  readonly title: string;
  readonly noteId: string | null;
}

type Row = Selectable<DB['cash.list']>;

export function listOf(row: Row): CashList {
  return {
    id: row.id,
    officeId: row.office_id,
    officeName: row.office_name,
    accountId: row.account_id,
    clerkName: row.clerk_name,
    clerkTitle: row.clerk_title,
    day: row.day,
    number: row.number,
    state: row.state as ListState,
    closing: closingOf(row),
    confirmation: confirmationOf(row),
  };
}

function closingOf(row: Row): Closing | null {
  if (row.closed_at === null) return null;
  return {
    at: row.closed_at,
    key: row.close_key ?? '',
    expected: { cash: row.expected_cash ?? 0, transfer: row.expected_transfer ?? 0 },
    count: { cash: row.counted_cash ?? 0, transfer: row.counted_transfer ?? 0 },
    pieces: row.pieces as Pieces | null,
    explanationId: row.explanation_id,
  };
}

function confirmationOf(row: Row): Confirmation | null {
  if (row.confirmed_at === null) return null;
  return {
    at: row.confirmed_at,
    key: row.confirm_key ?? '',
    receivedCash: row.received_cash ?? 0,
    accountId: row.confirmed_by ?? '',
    name: row.confirmed_by_name ?? '',
    title: row.confirmed_by_title ?? '',
    noteId: row.confirmation_id,
  };
}

export async function findList(q: Queries, id: string): Promise<CashList | undefined> {
  const row = await q.selectFrom('cash.list').selectAll().where('id', '=', id).executeTakeFirst();
  return row && listOf(row);
}

export async function findListForUpdate(tx: Tx, id: string): Promise<CashList | undefined> {
  const row = await tx
    .selectFrom('cash.list')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && listOf(row);
}

/** Days of a clerk that are not confirmed, the oldest first, so that what was forgotten stands on top. */
export async function listUnsettledOf(q: Queries, accountId: string): Promise<CashList[]> {
  const rows = await q
    .selectFrom('cash.list')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('state', '<>', 'confirmed')
    .orderBy('day')
    .orderBy('number')
    .execute();
  return rows.map(listOf);
}

/** Has counted nothing yet, or what was counted is not received yet. */
export async function hasUnsettled(q: Queries, accountId: string): Promise<boolean> {
  const row = await q
    .selectFrom('cash.list')
    .select('id')
    .where('account_id', '=', accountId)
    .where('state', '<>', 'confirmed')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The same of all clerks of these one-stops. */
export async function listUnsettledAt(q: Queries, officeIds: readonly string[]): Promise<CashList[]> {
  if (officeIds.length === 0) return [];
  const rows = await q
    .selectFrom('cash.list')
    .selectAll()
    .where('office_id', 'in', officeIds)
    .where('state', '<>', 'confirmed')
    .orderBy('day')
    .orderBy('clerk_name')
    .orderBy('number')
    .execute();
  return rows.map(listOf);
}

/** Whose days: a clerk's own, and those of one-stops. */
export interface DaysOf {
  readonly accountId: string;
  readonly officeIds: readonly string[];
}

interface DaysPart {
  /** Null: from the latest day. */
  readonly after: { readonly day: CivilDate; readonly id: string } | null;
  readonly limit: number;
}

/** Days that were confirmed, the latest first. */
export async function listConfirmed(q: Queries, of: DaysOf, { after, limit }: DaysPart): Promise<CashList[]> {
  let query = confirmedOf(q, of).selectAll();
  if (after)
    query = query.where((eb) =>
      eb(eb.refTuple('day', 'id'), '<', eb.tuple<CivilDate, string>(after.day, after.id)),
    );
  return (await query.orderBy('day', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(listOf);
}

export async function countConfirmed(q: Queries, of: DaysOf): Promise<number> {
  const row = await confirmedOf(q, of)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

function confirmedOf(q: Queries, { accountId, officeIds }: DaysOf) {
  return q
    .selectFrom('cash.list')
    .where('state', '=', 'confirmed')
    .where((where) =>
      where.or([
        where('account_id', '=', accountId),
        ...(officeIds.length > 0 ? [where('office_id', 'in', officeIds)] : []),
      ]),
    );
}
