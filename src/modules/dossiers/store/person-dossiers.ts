import { sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';
import { ALL } from './real-dossiers.ts';

export interface PersonDossiers {
  readonly agencyIds: readonly string[];
  /** Keyed hash of the identity or tax number. */
  readonly idHash: Uint8Array;
  /** Found before: an erased dossier has no hash any more, but whoever had it erased may see that it is. */
  readonly known: readonly string[];
}

/** Ids of the dossiers of some agencies in which a person stands, last received first. */
export async function listDossiersOfPerson(
  q: Queries,
  { agencyIds, idHash, known }: PersonDossiers,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with found as materialized (
      select dossier_id as id from dossiers.party where id_hash = ${Buffer.from(idHash)}
      union select unnest(${[...known]}::uuid[]))
    select d.id from found join ${ALL} d on d.id = found.id
     where d.agency_id = any(${[...agencyIds]}::uuid[])
     order by coalesce(d.received_at, d.submitted_at, d.updated_at) desc, d.id limit ${most}`.execute(q);
  return rows.map((row) => row.id);
}

/** Where a dossier is and who has worked on it: what makes its reader a stranger or not. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly agencyId: string;
  readonly holderAccountId: string | null;
  /** Offices where it waits for anybody: the one that holds it while no person does, those asked for an opinion. */
  readonly waitsIn: readonly string[];
  readonly workedBy: readonly string[];
}

/** By number or reference, as the log names them. */
export async function listStandings(q: Queries, names: readonly string[]): Promise<Standing[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<Standing>`
    with named as materialized (
      select n.name, d.id from unnest(${[...names]}::text[]) as n(name)
        join dossiers.dossier d on d.number = n.name
      union
      select n.name, d.id from unnest(${[...names]}::text[]) as n(name)
        join dossiers.dossier d on d.reference = n.name)
    select n.id, n.name, d.agency_id as "agencyId", d.holder_account_id as "holderAccountId",
           array(select d.holder_office_id where d.holder_account_id is null and d.holder_office_id is not null
                 union select o.office_id from dossiers.opinion o
                  where o.dossier_id = d.id and o.answered_at is null) as "waitsIn",
           array(select distinct e.by_account from dossiers.event e
                  where e.dossier_id = d.id and e.by_account is not null
                    and e.type <> 'slip-printed') as "workedBy"
      from named n join dossiers.dossier d on d.id = n.id`.execute(q);
  return rows;
}

/** What the log calls a dossier: by its reference before it had a number. */
export interface DossierNames {
  readonly id: string;
  readonly number: string | null;
  readonly reference: string;
}

export async function listNames(q: Queries, ids: readonly string[]): Promise<DossierNames[]> {
  if (ids.length === 0) return [];
  return q
    .selectFrom('dossiers.dossier')
    .select(['id', 'number', 'reference'])
    .where('id', 'in', [...ids])
    .execute();
}
