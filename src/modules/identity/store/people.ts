import { sql } from 'kysely';
import type { Role } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { holds } from '#platform/db/like.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly birthYear: number | null;
  readonly version: number;
}

export async function findPerson(q: Queries, id: string): Promise<Person | undefined> {
  return q
    .selectFrom('identity.person')
    .select(['id', 'name', 'phone', 'birth_year as birthYear', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Locks the person: changes of her posts and facts come one after the other. */
export async function findPersonForUpdate(tx: Tx, id: string): Promise<Person | undefined> {
  return tx
    .selectFrom('identity.person')
    .select(['id', 'name', 'phone', 'birth_year as birthYear', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

interface PersonFacts {
  readonly name: string;
  readonly folded: string;
  readonly phone: string | null;
  readonly birthYear: number | null;
}

/** False when this id was there already: the same press twice. */
export async function insertPerson(tx: Tx, id: string, facts: PersonFacts): Promise<boolean> {
  const row = await tx
    .insertInto('identity.person')
    .values({ id, name: facts.name, folded: facts.folded, phone: facts.phone, birth_year: facts.birthYear })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updatePerson(tx: Tx, id: string, facts: PersonFacts): Promise<void> {
  const { name, folded, phone, birthYear } = facts;
  await tx
    .updateTable('identity.person')
    .set((eb) => ({ name, folded, phone, birth_year: birthYear, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  /** Posts in force, in words: `Chuyên viên, Văn phòng`. */
  readonly posts: readonly { readonly title: string; readonly role: Role; readonly office: string }[];
  readonly account: string | null;
  readonly disabledAt: Instant | null;
  readonly waiting: boolean;
}

export interface PeopleFilter {
  /** Search forms of a part of the name, any of them; null is everybody. */
  readonly names: readonly string[] | null;
  readonly officeId: string | null;
  /** Of people without a post in force only. */
  readonly withoutPost: boolean;
  readonly on: CivilDate;
  readonly limit: number;
}

/** People by name, with the posts of a day; an office stands for itself and, an agency, for all its offices. */
export async function listPeople(q: Queries, filter: PeopleFilter): Promise<PersonLine[]> {
  const { names, officeId, withoutPost, on, limit } = filter;
  const patterns = names?.map(holds) ?? null;
  const { rows } = await sql<PersonLine>`
    with held as (
      select p.person_id, p.office_id, p.title, p.role, p.valid_from, p.key, o.agency_id, o.short_name
        from identity.post p join identity.office_on(${on}::date) o on o.id = p.office_id
       where p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})
         and o.valid_from <= ${on} and (o.valid_to is null or o.valid_to >= ${on})),
    holders as (
      select person_id, bool_or(${officeId}::uuid in (office_id, agency_id)) as here,
             json_agg(json_build_object('title', title, 'role', role, 'office', short_name)
                      order by valid_from, key) as posts
        from held group by person_id)
    select e.id, e.name, coalesce(h.posts, '[]') as posts, a.name as account, a.disabled_at as "disabledAt",
           coalesce(a.password_hash is null and a.kind <> 'service', false) as waiting
      from identity.person e
      left join holders h on h.person_id = e.id
      left join identity.account a on a.person_id = e.id
     where (${patterns}::text[] is null or e.folded like any(${patterns}::text[]))
       and (${officeId}::uuid is null or h.here)
       and (not ${withoutPost} or h.person_id is null)
     order by regexp_replace(e.name, '^.* ', '') collate "vi-VN-x-icu", e.name collate "vi-VN-x-icu", e.id
     limit ${limit}`.execute(q);
  return rows;
}
