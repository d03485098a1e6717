import { type Selectable, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import { together } from '#platform/db/sent.ts';
import type { Level, OfficeInForce, OfficeKind, Regime } from '../rules/office.ts';

function read(row: Selectable<DB['identity.office']>): OfficeInForce {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as OfficeKind,
    agencyId: row.agency_id,
    level: row.level as Level,
    regime: row.regime as Regime,
    placeCode: row.place_code,
    agencyCode: row.agency_code,
    agencyCodeIsExample: row.agency_code_is_example,
    sectionKey: row.section_key,
    address: row.address,
    phone: row.phone,
    hours: row.hours,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/** Offices with the names, addresses and codes of a day; null: as last recorded, also for days to come. */
function officesOn(q: Queries, on: CivilDate | null) {
  return q
    .selectFrom(sql<Selectable<DB['identity.office']>>`identity.office_on(${on}::date)`.as('office'))
    .selectAll();
}

function inForce(q: Queries, on: CivilDate) {
  return officesOn(q, on)
    .where('valid_from', '<=', on)
    .where(({ eb, or }) => or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]));
}

/** All offices in force on a legal date: agencies first, then by name. */
export async function listOfficesInForce(q: Queries, on: CivilDate): Promise<OfficeInForce[]> {
  const rows = await inForce(q, on)
    .orderBy(sql`kind <> 'agency'`)
    .orderBy(sql`array_position(array['tinh','huyen','xa'], level)`)
    .orderBy(sql`name collate "vi-VN-x-icu"`)
    .orderBy('id')
    .execute();
  return rows.map(read);
}

/** Whatever its time: history shows offices that are no more. `on`: with the name and code of that day. */
export async function getOffice(q: Queries, id: string, on: CivilDate | null = null): Promise<OfficeInForce> {
  return read(await officesOn(q, on).where('id', '=', id).executeTakeFirstOrThrow());
}

export interface OfficeAndAgency {
  readonly office: OfficeInForce;
  readonly agency: OfficeInForce;
}

/** An office with the agency it belongs to, as of a day or as last recorded. */
export async function getOfficeAndAgency(
  q: Queries,
  id: string,
  on: CivilDate | null = null,
): Promise<OfficeAndAgency> {
  const [[office], [agency]] = await together(q, officesOn(q, on).where('id', '=', id), agencyOf(q, id, on));
  if (!office || !agency) throw new Error(`no office ${id}`);
  return { office: read(office), agency: read(agency) };
}

/** The same of an office that is in force on the day. */
export async function findInForceWithAgency(
  q: Queries,
  id: string,
  on: CivilDate,
): Promise<OfficeAndAgency | undefined> {
  const [[office], [agency]] = await together(q, inForce(q, on).where('id', '=', id), agencyOf(q, id, on));
  return office && agency && { office: read(office), agency: read(agency) };
}

const agencyOf = (q: Queries, id: string, on: CivilDate | null) =>
  officesOn(q, on).where('id', '=', q.selectFrom('identity.office').select('agency_id').where('id', '=', id));

/** One office of any time, also one that begins later, as it is on a day; with the count of its changes. */
export async function findOffice(
  q: Queries,
  id: string,
  on: CivilDate | null,
): Promise<(OfficeInForce & { readonly version: number }) | undefined> {
  const row = await officesOn(q, on).where('id', '=', id).executeTakeFirst();
  return row && { ...read(row), version: row.version };
}

/** All that are in force or will be. */
export async function listOfficesFrom(q: Queries, on: CivilDate): Promise<OfficeInForce[]> {
  const rows = await officesOn(q, on)
    .where(({ eb, or }) => or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .orderBy(sql`array_position(array['one-stop','leadership','section','outside'], kind)`)
    .orderBy(sql`name collate "vi-VN-x-icu"`)
    .orderBy('id')
    .execute();
  return rows.map(read);
}

export async function findOneStopOf(q: Queries, agencyId: string, on: CivilDate) {
  const row = await inForce(q, on)
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'one-stop')
    .executeTakeFirst();
  return row && read(row);
}

/** The section, or the asked office at the counter, that handles a field: the key of db/seeds/sections.json. */
export async function findSection(q: Queries, agencyId: string, sectionKey: string, on: CivilDate) {
  const row = await inForce(q, on)
    .where('agency_id', '=', agencyId)
    .where('section_key', '=', sectionKey)
    .executeTakeFirst();
  return row && read(row);
}

export async function findLeadership(q: Queries, agencyId: string, on: CivilDate) {
  const row = await inForce(q, on)
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'leadership')
    .executeTakeFirst();
  return row && read(row);
}

/** The asked office of another authority (police, land registry, tax …): the agency's own counter first. */
export async function findOutsideOffice(q: Queries, agencyId: string, outsideKey: string, on: CivilDate) {
  const row = await inForce(q, on)
    .where('kind', '=', 'outside')
    .where('section_key', '=', outsideKey)
    .orderBy(sql`agency_id <> ${agencyId}`)
    .orderBy('key')
    .limit(1)
    .executeTakeFirst();
  return row && read(row);
}

/** Agencies in force or to come whose code is missing or only an example. */
export async function listUnconfirmedCodes(q: Queries, on: CivilDate): Promise<OfficeInForce[]> {
  const all = await listOfficesFrom(q, on);
  return all.filter((one) => one.kind === 'agency' && (one.agencyCode === null || one.agencyCodeIsExample));
}

export interface OfficeEver {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OfficeKind;
  readonly agencyId: string;
}

/** All offices of all times, as last recorded: what figures of the past name. */
export async function listOfficesEver(q: Queries): Promise<OfficeEver[]> {
  const rows = await officesOn(q, null)
    .select(['id', 'name', 'short_name as shortName', 'kind', 'agency_id as agencyId'])
    .execute();
  return rows as OfficeEver[];
}
