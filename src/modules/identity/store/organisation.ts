import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { AccountKind } from '../rules/account-policy.ts';
import type { OfficeKind, Regime } from '../rules/office.ts';

export interface OfficeRow {
  readonly id: string;
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly short_name: string;
  readonly kind: OfficeKind;
  readonly agency_id: string;
  readonly level: string;
  readonly place_code: string;
  readonly regime: Regime;
  readonly address: string | null;
  readonly phone: string | null;
  /** JSON text. */
  readonly hours: string | null;
  readonly valid_from: CivilDate;
  readonly valid_to: CivilDate | null;
  readonly agency_code: string | null;
  readonly agency_code_is_example: boolean;
  readonly section_key: string | null;
}

export async function mapOfficeIds(q: Queries, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await q.selectFrom('identity.office').select(['key', 'id']).where('key', 'in', keys).execute();
  return new Map(rows.map((row) => [row.key, row.id]));
}

export async function mapPersonIds(q: Queries, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await q.selectFrom('identity.person').select(['key', 'id']).where('key', 'in', keys).execute();
  return new Map(rows.map((row) => [row.key ?? '', row.id]));
}

export async function saveOffices(tx: Tx, offices: readonly OfficeRow[]): Promise<void> {
  await tx
    .insertInto('identity.office')
    .values([...offices])
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        short_name: ref('excluded.short_name'),
        address: ref('excluded.address'),
        phone: ref('excluded.phone'),
        hours: ref('excluded.hours'),
        valid_from: ref('excluded.valid_from'),
        // an end that an administrator wrote stands over the file
        valid_to: sql`case when office.version > 1 then least(office.valid_to, excluded.valid_to)
                           else excluded.valid_to end`,
        agency_code: ref('excluded.agency_code'),
        agency_code_is_example: ref('excluded.agency_code_is_example'),
        section_key: ref('excluded.section_key'),
      })),
    )
    .execute();
}

export async function savePerson(
  tx: Tx,
  person: { id: string; key: string; name: string; folded: string },
): Promise<void> {
  await tx
    .insertInto('identity.person')
    .values(person)
    .onConflict(
      (conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ name: person.name, folded: person.folded })
          .where('identity.person.version', '=', 1), // what was corrected by pages stands
    )
    .execute();
}

export interface PostRow {
  readonly id: string;
  readonly key: string;
  readonly person_id: string;
  readonly office_id: string;
  readonly role: string;
  readonly title: string;
  readonly valid_from: CivilDate;
  readonly valid_to: CivilDate | null;
}

/** Whether it was new. */
export async function savePost(tx: Tx, post: PostRow): Promise<boolean> {
  const row = await tx
    .insertInto('identity.post')
    .values(post)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        title: post.title,
        // a post that was ended stays ended, whatever an older file says
        valid_to: sql`least(post.valid_to, excluded.valid_to)`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id === post.id;
}

export interface KnownAccount {
  readonly id: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly personKey: string;
}

/** Accounts with one of these names or owned by one of these people. */
export async function listKnownAccounts(
  q: Queries,
  names: readonly string[],
  personKeys: readonly string[],
): Promise<KnownAccount[]> {
  const { rows } = await sql<KnownAccount>`
    select a.id, a.name, a.kind, coalesce(p.key, '') as "personKey"
      from identity.account a join identity.person p on p.id = a.person_id
     where a.name = any(${[...names]}) or p.key = any(${[...personKeys]})`.execute(q);
  return rows;
}

/** Agency codes in use by agencies of other keys at an overlapping time. */
export async function listCodesElsewhere(
  q: Queries,
  agencyKeys: readonly string[],
  from: CivilDate,
  to: CivilDate | null,
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select agency_code as code from identity.office_on(null)
     where kind = 'agency' and agency_code is not null and key <> all(${[...agencyKeys]})
       and (${to}::date is null or valid_from <= ${to}) and (valid_to is null or valid_to >= ${from})`.execute(
    q,
  );
  return rows.map((row) => row.code);
}

/** Posts without an end in these offices whose key is not among those of the file. */
export async function listForgottenPosts(
  q: Queries,
  officeKeys: readonly string[],
  postKeys: readonly string[],
): Promise<{ person: string; office: string }[]> {
  const { rows } = await sql<{ person: string; office: string }>`
    select e.name as person, o.name as office
      from identity.post p
      join identity.office o on o.id = p.office_id
      join identity.person e on e.id = p.person_id
     where o.key = any(${[...officeKeys]}) and p.valid_to is null and p.key <> all(${[...postKeys]})
     order by o.key, p.key`.execute(q);
  return rows;
}

/** Whether the person administers now or later: her account is then one of administration. */
export async function administers(q: Queries, personId: string): Promise<boolean> {
  const row = await q
    .selectFrom('identity.post')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', 'system-administrator')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
