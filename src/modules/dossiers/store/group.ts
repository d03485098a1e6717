import type { Queries } from '#platform/db/database.ts';
import { columns, type DossierLine, lineOf } from './lists.ts';
import { REAL } from './real-dossiers.ts';

/** Were several dossiers accepted by the press of this id? */
export async function isGroup(q: Queries, groupId: string): Promise<boolean> {
  const row = await q
    .selectFrom(REAL.as('d'))
    .where('group_id', '=', groupId)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Dossiers accepted in one press, of these one-stops, in the order of their numbers. */
export async function listGroup(
  q: Queries,
  groupId: string,
  officeIds: readonly string[],
): Promise<DossierLine[]> {
  if (officeIds.length === 0) return [];
  const rows = await q
    .selectFrom(REAL.as('d'))
    .where('group_id', '=', groupId)
    .where((eb) => eb.or([eb('intake_office_id', 'in', officeIds), eb('return_office_id', 'in', officeIds)]))
    .select(columns)
    .orderBy('number')
    .execute();
  return rows.map(lineOf);
}
