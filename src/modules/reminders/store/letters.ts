import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { MINE, STANDING_COLUMNS, type StandingLine } from './standing.ts';

export interface NewLetter {
  readonly id: string;
  readonly accountId: string;
  /** Of a digest. */
  readonly day: CivilDate | null;
  readonly madeAt: Instant;
}

/**
 * A letter with everything this person was told, still stands, and is in no letter yet. False: there is nothing, or the
 * day's letter is there already.
 */
export async function insertLetter(tx: Tx, { id, accountId, day, madeAt }: NewLetter): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into reminders.letter (id, account_id, day, made_at)
    select ${id}::uuid, ${accountId}::uuid, ${day}::date, ${madeAt}::timestamptz
     where exists (select from ${NOT_MAILED(accountId)})
        on conflict (account_id, day) do nothing returning id`.execute(tx);
  if (rows.length === 0) return false;
  const { numAffectedRows } = await sql`
    insert into reminders.letter_line (account_id, dossier_id, rule, ordinal, occasion, letter_id)
    select r.account_id, r.dossier_id, r.rule, r.ordinal, r.occasion, ${id}::uuid
      from ${NOT_MAILED(accountId)}
        on conflict do nothing`.execute(tx);
  if (Number(numAffectedRows ?? 0) > 0) return true;
  await sql`delete from reminders.letter where id = ${id}::uuid`.execute(tx); // another job was faster
  return false;
}

const NOT_MAILED = (accountId: string) => sql`${MINE(accountId)} and not exists (
  select from reminders.letter_line l
   where (l.account_id, l.dossier_id, l.rule, l.ordinal, l.occasion)
       = (r.account_id, r.dossier_id, r.rule, r.ordinal, r.occasion))`;

export interface WaitingLetter {
  readonly accountId: string;
  /** As it is now; null: nothing is to be mailed any more. */
  readonly address: string | null;
  readonly day: CivilDate | null;
  readonly madeAt: Instant;
}

/** A letter that was neither sent nor dropped. */
export async function findWaiting(q: Queries, id: string): Promise<WaitingLetter | undefined> {
  const { rows } = await sql<WaitingLetter>`
    select l.account_id as "accountId", p.address, l.day, l.made_at as "madeAt"
      from reminders.letter l left join reminders.preference p on p.account_id = l.account_id
     where l.id = ${id}::uuid and l.sent_at is null and not l.dropped`.execute(q);
  return rows[0];
}

/** What of a letter still stands: what has been dealt with meanwhile is not written about. */
export async function listOfLetter(q: Queries, id: string, accountId: string): Promise<StandingLine[]> {
  const { rows } = await sql<StandingLine>`
    select ${STANDING_COLUMNS} from ${MINE(accountId)} and exists (
      select from reminders.letter_line l
       where l.letter_id = ${id}::uuid
         and (l.account_id, l.dossier_id, l.rule, l.ordinal, l.occasion)
           = (r.account_id, r.dossier_id, r.rule, r.ordinal, r.occasion))
     order by f.level, f.since_at, f.dossier_id, f.rule, f.ordinal`.execute(q);
  return rows;
}

export async function setSent(q: Queries, id: string, machineNow: Instant): Promise<void> {
  await sql`update reminders.letter set sent_at = ${machineNow}::timestamptz where id = ${id}::uuid`.execute(
    q,
  );
}

export async function setDropped(q: Queries, id: string): Promise<void> {
  await sql`update reminders.letter set dropped = true where id = ${id}::uuid`.execute(q);
}

/** What was told before a moment and stands no more: it would not be told again. Letters go with the last of it. */
export async function deleteOld(q: Queries, before: Instant): Promise<void> {
  await sql`
    delete from reminders.reminder r
     where r.told_at < ${before}::timestamptz and not exists (
       select from reminders.finding f
        where (f.dossier_id, f.rule, f.ordinal, f.occasion) = (r.dossier_id, r.rule, r.ordinal, r.occasion))`.execute(
    q,
  );
  await sql`
    delete from reminders.letter l
     where l.made_at < ${before}::timestamptz
       and not exists (select from reminders.letter_line n where n.letter_id = l.id)`.execute(q);
}
