import { type RawBuilder, sql } from 'kysely';
import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import type { State } from '../rules/dossier.ts';
import type { ListCursor } from '../rules/list-cursor.ts';
import { columns, type DossierLine, lineOf, type ProcedureChoice, type SortedPage } from './lists.ts';
import { REAL } from './real-dossiers.ts';
import { besideOrder, beyondBeside, beyondPlace, orderOf } from './sorted.ts';

/** Whole agencies, and offices, whose dossiers a person may read. */
export interface ReadablePlaces {
  readonly agencyIds: readonly string[];
  readonly officeIds: readonly string[];
}

export interface ReadableFilters {
  readonly state: State | null;
  readonly procedureCode: string | null;
  /** First and last day of receipt, both included. */
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

export interface ReadablePage {
  readonly limit: number;
  readonly after: ListCursor | null;
}

const midnight = (date: CivilDate) => `${date}T00:00:00+07:00`;
const all = (conditions: readonly RawBuilder<unknown>[]) => sql.join(conditions, sql` and `);

/**
 * Dossiers a person may read, last received first, before them those not received yet. Each agency and office is
 * read from its own index, no further than a page goes; only then are they put together.
 */
export async function listReadable(
  q: Queries,
  places: ReadablePlaces,
  filters: ReadableFilters,
  page: ReadablePage,
): Promise<DossierLine[]> {
  const branches = [
    ...[...new Set(places.agencyIds)].map((id) => ofAgency(id, filters, page)),
    ...[...new Set(places.officeIds)].map((id) => ofOffice(id, filters, page)),
  ];
  if (branches.length === 0) return [];
  const selected = sql.join(columns.map((column) => sql.ref(`d.${column}`)));
  const found = await sql<Parameters<typeof lineOf>[0]>`
    select ${selected} from ${REAL} d
      join (${sql.join(branches, sql` union `)}) p on p.id = d.id
     order by p.received_at desc, p.id desc limit ${page.limit}`.execute(q);
  return found.rows.map(lineOf);
}

/**
 * The same dossiers in an order that was chosen. Each agency and office walks the index of that order and asks of
 * every row whether it belongs, or sorts its own rows when it has few: PostgreSQL knows how many there are.
 */
export async function listReadableSorted(
  q: Queries,
  places: ReadablePlaces,
  filters: ReadableFilters,
  page: SortedPage,
): Promise<DossierLine[]> {
  const { from, ofThatAgency, order, beyond } = walkedBy(page);
  const belongs = [
    ...[...new Set(places.agencyIds)].map((id) => ofThatAgency(id)),
    ...[...new Set(places.officeIds)].map(
      (id) => sql`exists (select from dossiers.involved_office i
        where i.dossier_id = d.id and i.office_id = ${id}::uuid)`,
    ),
  ];
  if (belongs.length === 0) return [];
  const rest = [...ofDossier(filters), ...between(sql`d.received_at`, filters), ...beyond];
  const branches = belongs.map(
    (one) => sql`(select d.id from ${from} where ${all([one, ...rest])}
      order by ${order} limit ${page.limit})`,
  );
  const selected = sql.join(columns.map((column) => sql.ref(`d.${column}`)));
  const found = await sql<Parameters<typeof lineOf>[0]>`
    select ${selected} from ${from} join (${sql.join(branches, sql` union `)}) p on p.id = d.id
     order by ${order} limit ${page.limit}`.execute(q);
  return found.rows.map(lineOf);
}

/** By name the applicants are walked, by date the dates: they lie beside the dossiers with an index of that order. */
function walkedBy({ sort, place }: SortedPage) {
  const { by, down } = sort;
  const ofThatAgency = (id: string) => sql`d.agency_id = ${id}::uuid`;
  if (by !== 'applicant' && by !== 'due') {
    const beyond = place ? [beyondPlace(sort, place)] : [];
    return { from: sql`${REAL} d`, ofThatAgency, order: orderOf(sort), beyond };
  }
  const beyond = place ? [beyondBeside(by, sort, place)] : [];
  const order = besideOrder(by, down);
  if (by === 'due') {
    const from = sql`dossiers.due u join ${REAL} d on d.id = u.id`;
    const both = (id: string) => sql`u.agency_id = ${id}::uuid and ${ofThatAgency(id)}`; // so that indexes of both serve
    return { from, ofThatAgency: both, order, beyond: [sql`not u.training`, ...beyond] };
  }
  const from = sql`dossiers.applicant a join ${REAL} d on d.id = a.dossier_id`;
  return { from, ofThatAgency, order, beyond: [sql`not a.training`, ...beyond] };
}

function ofAgency(agencyId: string, filters: ReadableFilters, page: ReadablePage) {
  return sql`(select d.id, d.received_at from ${REAL} d
    where ${all([
      sql`d.agency_id = ${agencyId}::uuid`,
      ...ofDossier(filters),
      ...between(sql`d.received_at`, filters),
      ...beyond(sql`d.received_at`, sql`d.id`, page),
    ])} order by d.received_at desc, d.id desc limit ${page.limit})`;
}

function ofOffice(officeId: string, filters: ReadableFilters, page: ReadablePage) {
  if (filters.procedureCode) return ofOfficeAndProcedure(officeId, filters, page);
  return sql`(select i.dossier_id as id, i.received_at from dossiers.involved_office i
    join ${REAL} d on d.id = i.dossier_id
    where ${all([
      sql`i.office_id = ${officeId}::uuid`,
      ...ofDossier(filters),
      ...between(sql`i.received_at`, filters),
      ...beyond(sql`i.received_at`, sql`i.dossier_id`, page),
    ])} order by i.received_at desc, i.dossier_id desc limit ${page.limit})`;
}

/** A procedure is rarer than an office's dossiers: its own index is walked, and the office asked for each row. */
function ofOfficeAndProcedure(officeId: string, filters: ReadableFilters, page: ReadablePage) {
  return sql`(select d.id, d.received_at from ${REAL} d
    where ${all([
      ...ofDossier(filters),
      sql`exists (select from dossiers.involved_office i where i.dossier_id = d.id and i.office_id = ${officeId}::uuid)`,
      ...between(sql`d.received_at`, filters),
      ...beyond(sql`d.received_at`, sql`d.id`, page),
    ])} order by d.received_at desc, d.id desc limit ${page.limit})`;
}

function ofDossier({ state, procedureCode }: ReadableFilters): RawBuilder<unknown>[] {
  return [
    ...(state ? [sql`d.state = ${state}`] : []),
    ...(procedureCode ? [sql`d.procedure_code = ${procedureCode}`] : []),
  ];
}

function between(at: RawBuilder<unknown>, { from, to }: ReadableFilters): RawBuilder<unknown>[] {
  return [
    ...(from ? [sql`${at} >= ${midnight(from)}::timestamptz`] : []),
    ...(to ? [sql`${at} < ${midnight(addDays(to, 1))}::timestamptz`] : []),
  ];
}

function beyond(
  at: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  { after }: ReadablePage,
): RawBuilder<unknown>[] {
  if (!after) return [];
  if (after.at === null) return [sql`(${at} is not null or ${id} < ${after.id}::uuid)`];
  return [sql`(${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`];
}

/** Every procedure that a dossier was ever filed for: jumps from code to code through the index. */
export async function listFiledProcedures(q: Queries): Promise<readonly ProcedureChoice[]> {
  const { rows } = await sql<ProcedureChoice>`
    with recursive filed as (
      (select procedure_code as code, procedure_name as name from ${REAL} d
        order by procedure_code, received_at desc limit 1)
      union all
      select next.code, next.name from filed cross join lateral (
        select procedure_code as code, procedure_name as name from ${REAL} d
         where procedure_code > filed.code order by procedure_code, received_at desc limit 1) next
    )
    select code, name from filed order by name collate "vi-VN-x-icu"`.execute(q);
  return rows;
}
