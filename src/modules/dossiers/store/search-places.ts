import { sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';
import { holds } from '#platform/db/like.ts';
import { NO_PROVINCE } from '../rules/places-named.ts';
import { columns, type DossierLine, lineOf } from './lists.ts';
import type { ReadablePlaces } from './readable-list.ts';
import { REAL } from './real-dossiers.ts';

/** Words of a name, and places of that name in each province, under all their names. */
export interface PlaceKeys {
  readonly nameWords: readonly string[];
  readonly places: readonly { readonly names: readonly string[]; readonly province: string }[];
}

/**
 * Dossiers a person may read whose applicant lives in one of the places, last received first. Each agency and each
 * office walks its own in that order: a common place soon fills the page, a rare one is found by its index.
 */
export async function searchByPlace(
  q: Queries,
  { agencyIds, officeIds }: ReadablePlaces,
  keys: readonly PlaceKeys[],
  limit: number,
): Promise<DossierLine[]> {
  const branches = keys.flatMap((one) => [
    ...[...new Set(agencyIds)].map(
      (id) => sql`(select d.id from ${REAL} d join dossiers.applicant a on a.dossier_id = d.id
        where d.agency_id = ${id}::uuid and ${livesIn(one)}
        order by d.received_at desc, d.id desc limit ${limit})`,
    ),
    ...[...new Set(officeIds)].map(
      (id) => sql`(select i.dossier_id as id from dossiers.involved_office i
        join dossiers.applicant a on a.dossier_id = i.dossier_id
        where i.office_id = ${id}::uuid and ${livesIn(one)}
        order by i.received_at desc, i.dossier_id desc limit ${limit})`,
    ),
  ]);
  if (branches.length === 0) return [];
  const selected = sql.join(columns.map((column) => sql.ref(`d.${column}`)));
  const { rows } = await sql<Parameters<typeof lineOf>[0]>`
    select ${selected} from ${REAL} d join (${sql.join(branches, sql` union `)}) f on f.id = d.id
     order by d.received_at desc, d.id desc limit ${limit}`.execute(q);
  return rows.map(lineOf);
}

function livesIn({ nameWords, places }: PlaceKeys) {
  const each = places.map(
    ({ names, province }) =>
      sql`a.places && ${names}::text[] and a.places && ${[province, NO_PROVINCE]}::text[]`,
  );
  return sql.join(
    [
      sql`(${sql.join(each, sql` or `)})`,
      ...nameWords.map((word) => sql`a.folded like ${holds(word)}`),
      sql`not a.training`,
    ],
    sql` and `,
  );
}

/** Dossiers written before places were noted. */
export async function listWithoutPlaces(q: Queries, limit: number): Promise<string[]> {
  const rows = await q
    .selectFrom('dossiers.dossier')
    .where('places', 'is', null)
    .where('wrapped_key', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** A dossier that was written on since then keeps what was noted. */
export async function notePlaces(q: Queries, id: string, places: readonly string[]): Promise<void> {
  await q
    .updateTable('dossiers.dossier')
    .set({ places: [...places] })
    .where('id', '=', id)
    .where('places', 'is', null)
    .execute();
}
