import type { Queries } from '#platform/db/database.ts';
import type { ListCursor } from '../rules/list-cursor.ts';
import { columns, type DossierLine, lineOf } from './lists.ts';
import { realDossiers } from './real-dossiers.ts';

export interface ReadyPage {
  readonly limit: number;
  readonly after: ListCursor | null;
}

/** Decided dossiers that wait at these one-stops for the citizen, the oldest result first. */
export async function listReady(
  q: Queries,
  officeIds: readonly string[],
  { limit, after }: ReadyPage,
): Promise<DossierLine[]> {
  if (officeIds.length === 0) return [];
  let query = q
    .selectFrom(realDossiers(q).as('d'))
    .where('holder_office_id', 'in', officeIds)
    .where('state', '=', 'decided')
    .where('task', '=', 'hand-over');
  if (after?.at) {
    const { at, id } = after;
    query = query.where((eb) =>
      eb.or([eb('ended_at', '>', at), eb.and([eb('ended_at', '=', at), eb('id', '>', id)])]),
    );
  }
  const rows = await query.select(columns).orderBy('ended_at').orderBy('id').limit(limit).execute();
  return rows.map(lineOf);
}
