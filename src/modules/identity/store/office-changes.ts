import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { OfficeRow } from './organisation.ts';

export interface OfficeVersion {
  readonly id: string;
  readonly validFrom: CivilDate;
  readonly name: string;
  readonly shortName: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly agencyCode: string | null;
  readonly agencyCodeIsExample: boolean;
  readonly basis: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
}

/** False when the id was there already: the same press twice. */
export async function insertOffice(tx: Tx, office: OfficeRow): Promise<boolean> {
  const row = await tx
    .insertInto('identity.office')
    .values(office)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Own short codes, of agencies of all times: never used again. */
export async function listOwnCodes(q: Queries): Promise<string[]> {
  const rows = await q.selectFrom('identity.office').select('code').where('kind', '=', 'agency').execute();
  return rows.map((row) => row.code);
}

/** The lock of one office and its count of changes. */
export async function lockOffice(tx: Tx, id: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('identity.office')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.version;
}

/** Two agencies never get one code at the same moment. */
export async function lockAgencyCodes(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7204432)`.execute(tx);
}

/** Whether another agency has the code, at any time from a day on. */
export async function agencyCodeIsTaken(
  q: Queries,
  code: string,
  except: { readonly officeId: string; readonly from: CivilDate },
): Promise<boolean> {
  const { rows } = await sql`
    select from identity.office o left join identity.office_version v on v.office_id = o.id
     where o.id <> ${except.officeId} and o.kind = 'agency' and (o.agency_code = ${code} or v.agency_code = ${code})
       and (o.valid_to is null or o.valid_to >= ${except.from}) limit 1`.execute(q);
  return rows.length > 0;
}

export async function insertOfficeVersion(
  tx: Tx,
  officeId: string,
  version: Omit<OfficeVersion, 'recordedAt'> & { readonly recordedAt: Instant },
): Promise<boolean> {
  const row = await tx
    .insertInto('identity.office_version')
    .values({
      id: version.id,
      office_id: officeId,
      valid_from: version.validFrom,
      name: version.name,
      short_name: version.shortName,
      address: version.address,
      phone: version.phone,
      agency_code: version.agencyCode,
      agency_code_is_example: version.agencyCodeIsExample,
      basis: version.basis,
      recorded_by: version.recordedBy,
      recorded_at: version.recordedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function countOfficeChange(tx: Tx, officeId: string): Promise<void> {
  await tx
    .updateTable('identity.office')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', officeId)
    .execute();
}

/** Ends an office; of an agency, its offices too that would go on longer. */
export async function setOfficeEnd(tx: Tx, officeId: string, lastDay: CivilDate): Promise<void> {
  await sql`update identity.office set valid_to = ${lastDay}, version = version + 1
     where (id = ${officeId} or agency_id = ${officeId}) and valid_from <= ${lastDay}
       and (valid_to is null or valid_to > ${lastDay})`.execute(tx);
}

/** What was recorded about an office, the latest first. */
export async function listOfficeVersions(
  q: Queries,
  officeId: string,
): Promise<(OfficeVersion & { readonly recordedByName: string })[]> {
  const { rows } = await sql<OfficeVersion & { recordedByName: string }>`
    select v.id, v.valid_from as "validFrom", v.name, v.short_name as "shortName", v.address, v.phone,
           v.agency_code as "agencyCode", v.agency_code_is_example as "agencyCodeIsExample", v.basis,
           v.recorded_by as "recordedBy", v.recorded_at as "recordedAt", e.name as "recordedByName"
      from identity.office_version v
      join identity.account a on a.id = v.recorded_by join identity.person e on e.id = a.person_id
     where v.office_id = ${officeId} order by v.position desc`.execute(q);
  return rows;
}

export interface ConfirmedCode {
  readonly officeName: string;
  readonly agencyCode: string;
  readonly basis: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
}

/** Official agency codes that were recorded by a person, the latest first. */
export async function listConfirmedCodes(q: Queries, limit: number): Promise<ConfirmedCode[]> {
  const { rows } = await sql<ConfirmedCode>`
    select v.name as "officeName", v.agency_code as "agencyCode", v.basis, v.recorded_by as "recordedBy",
           v.recorded_at as "recordedAt"
      from identity.office_version v join identity.office o on o.id = v.office_id and o.kind = 'agency'
     where v.agency_code is not null and not v.agency_code_is_example
       and (o.agency_code_is_example or o.agency_code is distinct from v.agency_code)
     order by v.position desc limit ${limit}`.execute(q);
  return rows;
}
