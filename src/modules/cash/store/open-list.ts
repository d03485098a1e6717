import type { Insertable } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import { type CashList, listOf } from './lists.ts';

export interface ListOwner {
  readonly id: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly accountId: string;
  readonly clerkName: string;
  readonly clerkTitle: string;
  readonly day: CivilDate;
}

/**
 * The clerk's open list of the day, locked: whoever closes it waits, whoever was closing it has ended. Where the
 * day has been closed already a supplementary list is begun; `owner.id` is the id it gets.
 */
export async function openListFor(tx: Tx, owner: ListOwner): Promise<CashList> {
  const found = await findOpen(tx, owner);
  if (found) return found;
  const { last } = await tx
    .selectFrom('cash.list')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('office_id', '=', owner.officeId)
    .where('account_id', '=', owner.accountId)
    .where('day', '=', owner.day)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('cash.list')
    .values(openedList(owner, last + 1))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const opened = await findOpen(tx, owner);
  if (!opened) throw new Error('the list in the way was closed meanwhile');
  return opened;
}

export function openedList(owner: ListOwner, number: number): Insertable<DB['cash.list']> {
  return {
    id: owner.id,
    office_id: owner.officeId,
    office_name: owner.officeName,
    account_id: owner.accountId,
    clerk_name: owner.clerkName,
    clerk_title: owner.clerkTitle,
    day: owner.day,
    number,
    state: 'open',
  };
}

async function findOpen(tx: Tx, owner: ListOwner): Promise<CashList | undefined> {
  const row = await tx
    .selectFrom('cash.list')
    .selectAll()
    .where('office_id', '=', owner.officeId)
    .where('account_id', '=', owner.accountId)
    .where('day', '=', owner.day)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst();
  return row && listOf(row);
}
