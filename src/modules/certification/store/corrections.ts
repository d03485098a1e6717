import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

/** A name put right in the book: the old one stays there, struck. */
export interface NameCorrection {
  readonly at: Instant;
  readonly was: string;
  readonly becomes: string;
}

/** Written under the lock of the dossier. Its numbers are found by either name from now on. */
export async function insertCorrection(
  tx: Tx,
  correction: NameCorrection & { readonly dossierId: string; readonly accountId: string },
): Promise<void> {
  const { dossierId, at, accountId, was, becomes } = correction;
  await tx
    .insertInto('certification.correction')
    .values((eb) => ({
      dossier_id: dossierId,
      nth: eb
        .selectFrom('certification.correction')
        .select(sql<number>`coalesce(max(nth), 0) + 1`.as('nth'))
        .where('dossier_id', '=', dossierId),
      corrected_at: at,
      corrected_by: accountId,
      was,
      becomes,
    }))
    .execute();
  await tx
    .updateTable('certification.entry')
    .set({ requester_folded: sql<string>`requester_folded || ' / ' || ${fold(becomes)}` })
    .where('dossier_id', '=', dossierId)
    .where('erased_at', 'is', null)
    .execute();
}

/** Corrections that have not been erased, by dossier, the first first. */
export async function listCorrections(
  q: Queries,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NameCorrection[]>> {
  const byDossier = new Map<string, NameCorrection[]>();
  if (dossierIds.length === 0) return byDossier;
  const rows = await q
    .selectFrom('certification.correction')
    .select(['dossier_id', 'corrected_at', 'was', 'becomes'])
    .where('dossier_id', 'in', [...new Set(dossierIds)])
    .orderBy('nth')
    .execute();
  for (const { dossier_id, corrected_at: at, was, becomes } of rows)
    if (was !== null && becomes !== null)
      byDossier.set(dossier_id, [...(byDossier.get(dossier_id) ?? []), { at, was, becomes }]);
  return byDossier;
}

export async function emptyCorrections(tx: Tx, dossierId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('certification.correction')
    .set({ was: null, becomes: null, erased_at: at })
    .where('dossier_id', '=', dossierId)
    .where('erased_at', 'is', null)
    .execute();
}
