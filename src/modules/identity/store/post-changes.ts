import { sql } from 'kysely';
import type { Role } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { Administrator } from '../rules/administrators.ts';

/** A post of any time, with the name of its office on a day. */
export interface DatedPost {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly agencyId: string;
  readonly role: Role;
  readonly title: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

function dated(on: CivilDate) {
  return sql`select p.id, p.person_id as "personId", e.name as "personName", p.office_id as "officeId",
             o.name as "officeName", o.agency_id as "agencyId", p.role, p.title, p.valid_from as "validFrom",
             p.valid_to as "validTo"
        from identity.post p join identity.person e on e.id = p.person_id
        join identity.office_on(${on}::date) o on o.id = p.office_id`;
}

/** All posts of a person, the newest first. */
export async function listPostsOfPerson(q: Queries, personId: string, on: CivilDate): Promise<DatedPost[]> {
  const { rows } = await sql<DatedPost>`${dated(on)} where p.person_id = ${personId}
    order by p.valid_to desc nulls first, p.valid_from desc, p.key`.execute(q);
  return rows;
}

/** Posts of an office that are in force or to come. */
export async function listPostsOfOffice(q: Queries, officeId: string, on: CivilDate): Promise<DatedPost[]> {
  const { rows } = await sql<DatedPost>`${dated(on)} where p.office_id = ${officeId}
      and (p.valid_to is null or p.valid_to >= ${on})
    order by e.name collate "vi-VN-x-icu", p.key`.execute(q);
  return rows;
}

/** Posts in force or to come of all offices: to choose whose work or authority is given to another. */
export async function listPostsFrom(q: Queries, on: CivilDate): Promise<DatedPost[]> {
  const { rows } = await sql<DatedPost>`${dated(on)}
     where (p.valid_to is null or p.valid_to >= ${on}) and (o.valid_to is null or o.valid_to >= ${on})
     order by e.name collate "vi-VN-x-icu", o.name collate "vi-VN-x-icu", p.key`.execute(q);
  return rows;
}

export async function findPostForUpdate(tx: Tx, id: string): Promise<DatedPost | undefined> {
  await sql`select from identity.post where id = ${id} for update`.execute(tx);
  const { rows } = await sql<DatedPost>`${dated('9999-12-31' as CivilDate)} where p.id = ${id}`.execute(tx);
  return rows[0];
}

export interface NewPostRow {
  readonly id: string;
  readonly personId: string;
  readonly officeId: string;
  readonly role: Role;
  readonly title: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** False when this id was there already: the same press twice. */
export async function insertPost(tx: Tx, post: NewPostRow): Promise<boolean> {
  const row = await tx
    .insertInto('identity.post')
    .values({
      id: post.id,
      key: `trang/${post.id}`,
      person_id: post.personId,
      office_id: post.officeId,
      role: post.role,
      title: post.title,
      valid_from: post.validFrom,
      valid_to: post.validTo,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function setPostEnd(tx: Tx, id: string, lastDay: CivilDate): Promise<void> {
  await tx.updateTable('identity.post').set({ valid_to: lastDay }).where('id', '=', id).execute();
}

/** One change of who administers after the other: two who remove each other at once must not both succeed. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7204431)`.execute(tx);
}

/** Who administers on a day, by an account that has been used and is not disabled. */
export async function listAdministrators(q: Queries, on: CivilDate): Promise<Administrator[]> {
  const { rows } = await sql<Administrator>`
    select a.person_id as "personId", p.valid_to as until, o.valid_to as "officeUntil"
      from identity.account a
      left join identity.post p on p.person_id = a.person_id and p.role = 'system-administrator'
           and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})
      left join identity.office o on o.id = p.office_id
     where a.disabled_at is null and a.password_hash is not null and a.kind <> 'service'
       and (o.valid_to is null or o.valid_to >= ${on})
       and (p.id is not null or (a.kind = 'admin' and not exists (
              select from identity.post q where q.person_id = a.person_id)))`.execute(q);
  return rows;
}
