import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { type Confidence, type Level, type Procedure, regimeOn } from '../rules/procedure.ts';
import { bestProcedures } from '../rules/search.ts';
import { procedureOf, rowOf, type VersionToKeep } from './procedure-row.ts';

/** A version by its id, also one that was corrected since. */
export async function findProcedureVersion(q: Queries, versionId: string): Promise<Procedure | undefined> {
  const row = await q
    .selectFrom('catalogue.procedure_version')
    .selectAll()
    .where('id', '=', versionId)
    .executeTakeFirst();
  return row && procedureOf(row);
}

/** The version a dossier was received under; also one that was corrected since. Throws when unknown. */
export async function getProcedure(q: Queries, versionId: string): Promise<Procedure> {
  const procedure = await findProcedureVersion(q, versionId);
  if (!procedure) throw new Error(`no procedure version ${versionId}`);
  return procedure;
}

function current(q: Queries) {
  return q.selectFrom('catalogue.procedure_version').where('superseded', '=', false);
}

/** The version of this code in force on that day. */
export async function findProcedure(q: Queries, code: string, on: CivilDate): Promise<Procedure | undefined> {
  const found = (await listVersions(q, code)).find((one) => isInForce(one, on));
  return found;
}

/** All current versions of a code, the latest first; for "was valid until …" and links to what came after. */
export async function listVersions(q: Queries, code: string): Promise<Procedure[]> {
  const rows = await current(q)
    .selectAll()
    .where('code', '=', code)
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .execute();
  return rows.map(procedureOf);
}

function isInForce(procedure: Procedure, on: CivilDate): boolean {
  const { validFrom, validTo } = procedure;
  return (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);
}

/** What every procedure is called now, also one that is no longer in force; by code. */
export async function mapProcedureNames(q: Queries): Promise<ReadonlyMap<string, string>> {
  const rows = await current(q)
    .select(['code', 'name'])
    .orderBy('code')
    .orderBy('valid_from', (order) => order.asc().nullsFirst())
    .execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

export interface ProcedureFilter {
  readonly on: CivilDate;
  /** Only what a one-stop of this level receives on that day. */
  readonly level?: Level;
  readonly field?: string;
}

/** Procedures in force that some level receives in the regime of the day, in the order of the catalogue. */
export async function listProcedures(q: Queries, filter: ProcedureFilter): Promise<Procedure[]> {
  const levels = regimeOn(filter.on) === '2018' ? 'levels_2018' : 'levels_2025';
  let query = current(q)
    .selectAll()
    .where((where) => where.or([where('valid_from', 'is', null), where('valid_from', '<=', filter.on)]))
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', filter.on)]))
    .where(sql<boolean>`cardinality(${sql.ref(levels)}) > 0`);
  if (filter.level) query = query.where(sql<boolean>`${filter.level} = any(${sql.ref(levels)})`);
  if (filter.field) query = query.where('field', '=', filter.field);
  return (await query.orderBy('ordinal').execute()).map(procedureOf);
}

export interface ProcedureSearch extends ProcedureFilter {
  readonly text: string;
  readonly limit: number;
}

/** Best first; without diacritics, by name, code, field or paper. */
export async function searchProcedures(q: Queries, search: ProcedureSearch): Promise<Procedure[]> {
  return bestProcedures(search.text, await listProcedures(q, search), search.limit);
}

export interface FieldCount {
  readonly field: string;
  readonly procedures: number;
}

/** Fields with what is in force on that day, in the order of the catalogue. */
export async function listFields(q: Queries, filter: ProcedureFilter): Promise<FieldCount[]> {
  const counts = new Map<string, number>();
  for (const { field } of await listProcedures(q, filter)) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts].map(([field, procedures]) => ({ field, procedures }));
}

/** Adds what is new; an older content of the same code stays, superseded, for the dossiers that have it. */
export async function keepVersions(tx: Tx, versions: readonly VersionToKeep[]): Promise<void> {
  const ids = versions.map((version) => version.id);
  const codes = versions.map((version) => version.content.code);
  await tx
    .updateTable('catalogue.procedure_version')
    .set({ superseded: true })
    .where('superseded', '=', false)
    .where(sql<boolean>`code = any(${codes}) and id <> all(${ids}::uuid[])`)
    .execute();
  await tx
    .insertInto('catalogue.procedure_version')
    .values(versions.map(rowOf))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({ superseded: false, ordinal: row.ref('excluded.ordinal') })),
    )
    .execute();
}

export interface UncheckedProcedure {
  /** Follows from the content: a corrected version has another one. */
  readonly versionId: string;
  readonly code: string;
  readonly name: string;
  readonly confidence: Confidence;
  /** Paths of single statements that nobody has checked. */
  readonly unverified: readonly string[];
}

/** Current versions that were not wholly compared with their source, by code. */
export async function listUncheckedProcedures(q: Queries): Promise<UncheckedProcedure[]> {
  const rows = await current(q)
    .select(['id', 'code', 'name', 'confidence', 'unverified'])
    .where((where) =>
      where.or([
        where('confidence', 'not in', ['sourced', 'sourced_detail']),
        sql<boolean>`cardinality(unverified) > 0`,
      ]),
    )
    .orderBy('code')
    .execute();
  return rows.map(({ id, confidence, ...row }) => ({
    ...row,
    versionId: id,
    confidence: confidence as Confidence,
  }));
}
