import { sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';
import { holds } from '#platform/db/like.ts';
import { columns, type DossierLine, lineOf } from './lists.ts';
import type { ReadablePlaces } from './readable-list.ts';
import { ALL, REAL } from './real-dossiers.ts';

export interface SearchKeys {
  /** Each a folded part of a name. */
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  readonly idHash: Uint8Array | null;
}

/**
 * Dossiers a person may read, found by folded name, number, or the keyed hash of an identity number. What was
 * searched for is found first, by its own index; who may read it is asked of those few only.
 */
export async function searchDossiers(
  q: Queries,
  { agencyIds, officeIds }: ReadablePlaces,
  by: SearchKeys,
  limit: number,
): Promise<DossierLine[]> {
  const found = foundBy(by);
  if (found.length === 0) return [];
  const selected = sql.join(columns.map((column) => sql.ref(`d.${column}`)));
  const { rows } = await sql<Parameters<typeof lineOf>[0]>`
    with found as materialized (${sql.join(found, sql` union `)})
    select ${selected} from ${ALL} d join (
      select d.id, d.moved_at from found join dossiers.dossier d on d.id = found.id
       where d.agency_id = any(${agencyIds}::uuid[])
          or exists (select from dossiers.involved_office i
                      where i.dossier_id = d.id and i.office_id = any(${officeIds}::uuid[]))
       order by d.moved_at desc nulls last, d.id limit ${limit}) f on f.id = d.id
     order by f.moved_at desc nulls last, d.id`.execute(q);
  return rows.map(lineOf);
}

/** A training dossier is found by its own name only: invented people stand beside nobody real. */
function foundBy({ names, numbers, idHash }: SearchKeys) {
  return [
    ...names.map(
      (name) => sql`select a.dossier_id as id from dossiers.applicant a
                     where a.folded like ${holds(name)} and not a.training`,
    ),
    ...(numbers.length > 0 ? (['number', 'short_number', 'reference'] as const) : []).map(
      (column) => sql`select id from dossiers.dossier d where ${sql.ref(column)} = any(${numbers}::text[])`,
    ),
    ...(idHash
      ? [
          sql`select p.dossier_id as id from dossiers.party p join ${REAL} d on d.id = p.dossier_id
               where p.id_hash = ${Buffer.from(idHash)}`,
        ]
      : []),
  ];
}
