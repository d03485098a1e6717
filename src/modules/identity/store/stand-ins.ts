import { type Insertable, type RawBuilder, sql } from 'kysely';
import type { Role } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { Manner } from '../rules/stand-in.ts';

/** Somebody does the work of a post (substitute), or signs by its authority (delegation), for a time. */
export interface StandIn {
  readonly kind: 'substitute' | 'delegation';
  readonly id: string;
  readonly postId: string;
  readonly role: Role;
  readonly title: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly agencyId: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly holderAccountId: string | null;
  readonly leads: boolean;
  readonly personId: string;
  readonly personName: string;
  /** What the person who stands in is called in that agency; empty: has no post there. */
  readonly ownTitle: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  /** Of delegations. */
  readonly manner: Manner | null;
  /** Of delegations: fields and procedure codes; empty: all. */
  readonly scope: readonly string[];
  readonly decisionNumber: string | null;
  readonly decisionDate: CivilDate | null;
  /** What may be signed; why somebody is away. */
  readonly matters: string;
}

interface StandInFilter {
  /** Offices are named as of this day. */
  readonly on: CivilDate;
  /** In which she takes part: as the holder or as who stands in. */
  readonly personId?: string;
  /** Only those by which this person acts for another on the day. */
  readonly actsNow?: RawBuilder<string>;
  /** Only what is in force or to come. */
  readonly open?: boolean;
  readonly id?: string;
}

/** Substitutes and delegations, the latest first. */
export async function listStandIns(q: Queries, filter: StandInFilter): Promise<StandIn[]> {
  return (await selectStandIns(filter).execute(q)).rows;
}

/** The same to be sent together with others. */
export function selectStandIns(filter: StandInFilter): RawBuilder<StandIn> {
  const { on } = filter;
  return sql<StandIn>`
    select s.kind, s.id, s.post_id as "postId", p.role, p.title, p.office_id as "officeId", o.name as "officeName",
           o.agency_id as "agencyId", p.person_id as "holderId", h.name as "holderName",
           a.id as "holderAccountId", o.kind = 'leadership' as leads,
           coalesce((select m.title from identity.post m join identity.office_on(${on}::date) mo on mo.id = m.office_id
                      where m.person_id = s.person_id and mo.agency_id = o.agency_id
                        and m.valid_from <= ${on} and (m.valid_to is null or m.valid_to >= ${on})
                      order by m.office_id <> p.office_id, m.valid_from, m.key limit 1), '') as "ownTitle",
           s.person_id as "personId", e.name as "personName", s.valid_from as "validFrom",
           s.valid_to as "validTo", s.manner, s.decision_number as "decisionNumber",
           s.decision_date as "decisionDate", s.matters, s.scope
      from (select 'substitute' as kind, id, post_id, person_id, valid_from, valid_to, null as manner,
                   decision_number, decision_date, reason as matters, '{}'::text[] as scope
              from identity.substitute
            union all
            select 'delegation', id, post_id, person_id, valid_from, valid_to, manner, decision_number, decision_date,
                   matters, scope
              from identity.delegation) s
      join identity.post p on p.id = s.post_id
      join identity.person h on h.id = p.person_id
      join identity.person e on e.id = s.person_id
      left join identity.account a on a.person_id = p.person_id
      join identity.office_on(${on}::date) o on o.id = p.office_id
     where ${sql.join(conditions(filter), sql` and `)}
     order by s.valid_from desc, s.id`;
}

function conditions({ on, personId, actsNow, open, id }: StandInFilter): RawBuilder<unknown>[] {
  const holds = (what: string) => {
    const [from, to] = [sql.ref(`${what}.valid_from`), sql.ref(`${what}.valid_to`)];
    return sql`${from} <= ${on} and (${to} is null or ${to} >= ${on})`;
  };
  const acting = actsNow && [sql`s.person_id = ${actsNow}`, holds('s'), holds('p'), holds('o')];
  return [
    sql`true`,
    ...(personId ? [sql`(s.person_id = ${personId} or p.person_id = ${personId})`] : []),
    ...(id ? [sql`s.id = ${id}`] : []),
    ...(open ? [sql`(s.valid_to is null or s.valid_to >= ${on})`] : []),
    ...(acting || []),
  ];
}

/** Times in which a post has a substitute. */
export async function listSubstitutesOfPost(
  q: Queries,
  postId: string,
): Promise<{ id: string; validFrom: CivilDate; validTo: CivilDate }[]> {
  return q
    .selectFrom('identity.substitute')
    .select(['id', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('post_id', '=', postId)
    .orderBy('valid_from')
    .execute();
}

interface Recorded {
  readonly id: string;
  readonly postId: string;
  readonly personId: string;
  readonly validFrom: CivilDate;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
}

export interface NewSubstitute extends Recorded {
  readonly validTo: CivilDate;
  readonly reason: string;
  readonly decisionNumber: string | null;
  readonly decisionDate: CivilDate | null;
}

export function substituteRow(row: NewSubstitute): Insertable<DB['identity.substitute']> {
  return {
    id: row.id,
    post_id: row.postId,
    person_id: row.personId,
    valid_from: row.validFrom,
    valid_to: row.validTo,
    reason: row.reason,
    decision_number: row.decisionNumber,
    decision_date: row.decisionDate,
    recorded_by: row.recordedBy,
    recorded_at: row.recordedAt,
  };
}

/** False when the id was there already: the same press twice. */
export async function insertSubstitute(tx: Tx, row: NewSubstitute): Promise<boolean> {
  const inserted = await tx
    .insertInto('identity.substitute')
    .values(substituteRow(row))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** False when the id was there already: the same press twice. */
export async function insertDelegation(
  tx: Tx,
  row: Recorded & {
    readonly validTo: CivilDate | null;
    readonly manner: Manner;
    readonly decisionNumber: string;
    readonly decisionDate: CivilDate;
    readonly matters: string;
    readonly scope: readonly string[];
  },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('identity.delegation')
    .values({
      id: row.id,
      post_id: row.postId,
      person_id: row.personId,
      manner: row.manner,
      decision_number: row.decisionNumber,
      decision_date: row.decisionDate,
      matters: row.matters,
      scope: [...row.scope],
      valid_from: row.validFrom,
      valid_to: row.validTo,
      recorded_by: row.recordedBy,
      recorded_at: row.recordedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Ends earlier than was written. */
export async function setStandInEnd(
  tx: Tx,
  kind: StandIn['kind'],
  id: string,
  lastDay: CivilDate,
): Promise<void> {
  await tx
    .updateTable(kind === 'substitute' ? 'identity.substitute' : 'identity.delegation')
    .set({ valid_to: lastDay })
    .where('id', '=', id)
    .execute();
}
