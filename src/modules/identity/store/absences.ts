import { type Insertable, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { AbsenceReason } from '../rules/absence.ts';

export interface Absence {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly reason: AbsenceReason;
  /** Who does the work meanwhile: names, as far as substitutes are named for these days. */
  readonly substitutes: string;
  readonly posts: readonly { readonly officeId: string; readonly agencyId: string }[];
}

/** Absences that have not ended before a day, the first to begin first. */
export async function listAbsences(
  q: Queries,
  on: CivilDate,
  filter: { readonly personId?: string; readonly id?: string } = {},
): Promise<Absence[]> {
  const { personId = null, id = null } = filter;
  const { rows } = await sql<Absence>`
    select a.id, a.person_id as "personId", e.name as "personName", a.valid_from as "validFrom",
           a.valid_to as "validTo", a.reason,
           coalesce((select string_agg(distinct s.name, ', ') from identity.substitute b
                       join identity.post p on p.id = b.post_id join identity.person s on s.id = b.person_id
                      where p.person_id = a.person_id and b.valid_from <= a.valid_to
                        and b.valid_to >= greatest(a.valid_from, ${on}::date)), '') as substitutes,
           coalesce((select json_agg(json_build_object('officeId', o.id, 'agencyId', o.agency_id))
                       from identity.post p join identity.office_on(${on}::date) o on o.id = p.office_id
                      where p.person_id = a.person_id and p.valid_from <= ${on}
                        and (p.valid_to is null or p.valid_to >= ${on})), '[]') as posts
      from identity.absence a join identity.person e on e.id = a.person_id
     where a.valid_to >= a.valid_from and a.valid_to >= ${on}
       and (${personId}::uuid is null or a.person_id = ${personId}::uuid)
       and (${id}::uuid is null or a.id = ${id}::uuid)
     order by a.valid_from, e.name collate "vi-VN-x-icu", a.id limit 500`.execute(q);
  return rows;
}

/** Of one person, all of them: for what may not lie over another. */
export function listDaysAway(
  q: Queries,
  personId: string,
): Promise<{ id: string; validFrom: CivilDate; validTo: CivilDate }[]> {
  return q
    .selectFrom('identity.absence')
    .select(['id', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('person_id', '=', personId)
    .orderBy('valid_from')
    .execute();
}

export interface NewAbsence {
  readonly id: string;
  readonly personId: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly reason: AbsenceReason;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
}

export function absenceRow(absence: NewAbsence): Insertable<DB['identity.absence']> {
  return {
    id: absence.id,
    person_id: absence.personId,
    valid_from: absence.validFrom,
    valid_to: absence.validTo,
    reason: absence.reason,
    recorded_by: absence.recordedBy,
    recorded_at: absence.recordedAt,
  };
}

export async function insertAbsence(tx: Tx, absence: NewAbsence): Promise<boolean> {
  const inserted = await tx
    .insertInto('identity.absence')
    .values(absenceRow(absence))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function setAbsenceEnd(tx: Tx, id: string, lastDay: CivilDate): Promise<void> {
  await tx.updateTable('identity.absence').set({ valid_to: lastDay }).where('id', '=', id).execute();
}
