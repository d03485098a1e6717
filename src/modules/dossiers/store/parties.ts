import type { Queries } from '#platform/db/database.ts';

/** The latest dossier at an agency in which this person stands, by the keyed hash of the number. */
export async function findLatestDossierOf(
  q: Queries,
  hash: Uint8Array,
  agencyId: string,
): Promise<string | undefined> {
  const row = await q
    .selectFrom('dossiers.party as p')
    .innerJoin('dossiers.dossier as d', 'd.id', 'p.dossier_id')
    .where('p.id_hash', '=', Buffer.from(hash))
    .where('p.agency_id', '=', agencyId)
    .where('p.kind', '<>', 'receiver') // who took a result left no data to use again
    .orderBy('d.updated_at', 'desc')
    .limit(1)
    .select(['d.number', 'd.reference'])
    .executeTakeFirst();
  return row && (row.number ?? row.reference);
}
