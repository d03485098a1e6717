import { type RawBuilder, sql } from 'kysely';
import type { Actor, HeldPost, Role } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';

/** Posts of a person in force on a legal date, in offices in force. */
export async function listHeldPosts(q: Queries, personId: string, on: CivilDate): Promise<HeldPost[]> {
  return (await selectHeldPosts(personId, on).execute(q)).rows;
}

/** The same to be sent together with others. */
export function selectHeldPosts(personId: string | RawBuilder<string>, on: CivilDate): RawBuilder<HeldPost> {
  return sql<HeldPost>`
    select p.id, p.role, p.title, p.office_id as "officeId", o.name as "officeName", o.agency_id as "agencyId",
           o.kind = 'leadership' as leads
      from identity.post p join identity.office_on(${on}::date) o on o.id = p.office_id
     where p.person_id = ${personId}
       and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})
       and o.valid_from <= ${on} and (o.valid_to is null or o.valid_to >= ${on})
     order by p.valid_from, p.key`;
}

/** Whether the person ever held a post, or will: the first administrator of an installation never did. */
export async function everHeldPost(q: Queries, personId: string): Promise<boolean> {
  const row = await q
    .selectFrom('identity.post')
    .select('id')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface PersonOfOffice {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  readonly title: string;
  /** Away on the day, until when; null: here. */
  readonly awayUntil: CivilDate | null;
  /** Who does the work of the post on the day; null: nobody is named. */
  readonly substitute: string | null;
}

/** Who holds a post in an office on a legal date, with an account that is not disabled. */
export async function listPeopleOfOffice(
  q: Queries,
  officeId: string,
  on: CivilDate,
): Promise<PersonOfOffice[]> {
  const { rows } = await sql<PersonOfOffice>`
    select a.id as "accountId", e.name, p.role, p.title,
           (select max(w.valid_to) from identity.absence w
             where w.person_id = e.id and w.valid_from <= ${on} and w.valid_to >= ${on}) as "awayUntil",
           (select s.name from identity.substitute b join identity.person s on s.id = b.person_id
             where b.post_id = p.id and b.valid_from <= ${on} and b.valid_to >= ${on} limit 1) as substitute
      from identity.post p
      join identity.person e on e.id = p.person_id
      join identity.account a on a.person_id = e.id and a.disabled_at is null
     where p.office_id = ${officeId} and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})
     order by e.name collate "vi-VN-x-icu", a.id`.execute(q);
  return rows;
}

export interface PersonWithPosts {
  readonly personId: string;
  readonly name: string;
  readonly posts: readonly { readonly officeId: string; readonly agencyId: string }[];
}

/** Everybody who holds a post on a legal date. */
export async function listPeopleWithPosts(q: Queries, on: CivilDate): Promise<PersonWithPosts[]> {
  const { rows } = await sql<PersonWithPosts>`
    select e.id as "personId", e.name,
           json_agg(json_build_object('officeId', o.id, 'agencyId', o.agency_id)) as posts
      from identity.post p join identity.person e on e.id = p.person_id
      join identity.office_on(${on}::date) o on o.id = p.office_id
     where p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})
     group by e.id, e.name order by e.name collate "vi-VN-x-icu", e.id`.execute(q);
  return rows;
}

/** Everybody who can sign in and holds a post on a legal date, as they act by their own posts. */
export async function listActors(q: Queries, on: CivilDate): Promise<Actor[]> {
  const { rows } = await sql<Actor>`
    select a.id as "accountId", e.id as "personId", e.name,
           json_agg(json_build_object('id', p.id, 'role', p.role, 'title', p.title, 'officeId', p.office_id,
             'officeName', o.name, 'agencyId', o.agency_id, 'leads', o.kind = 'leadership')
             order by p.valid_from, p.key) as posts
      from identity.post p
      join identity.office_on(${on}::date) o on o.id = p.office_id
      join identity.person e on e.id = p.person_id
      join identity.account a on a.person_id = e.id and a.disabled_at is null
     where p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})
     group by a.id, a.name, e.id, e.name order by a.name`.execute(q);
  return rows;
}
