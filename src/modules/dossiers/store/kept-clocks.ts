import type { Queries } from '#platform/db/database.ts';
import type { DossierEvent } from '../rules/event.ts';
import { sealedHistories, selectSealedEvents } from './events.ts';

/** Of dossiers that run and whose clock is not noted yet, after this one in order of ids. */
export async function listHistoriesWithoutClock(
  q: Queries,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<ReadonlyMap<string, readonly DossierEvent[]>> {
  const rows = await q
    .selectFrom('dossiers.dossier')
    .where('kept_clock', 'is', null)
    .where('clock', '=', 'running')
    .where('due_promised', '=', false)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  return sealedHistories(await selectSealedEvents(q, ids).execute());
}

/** `seq`: of the last event that says it; a dossier that was written on since then is left to who comes next. */
export async function keepClock(
  q: Queries,
  { id, seq, clock }: { readonly id: string; readonly seq: number; readonly clock: string | null },
): Promise<void> {
  await q
    .updateTable('dossiers.dossier')
    .set({ kept_clock: clock })
    .where('id', '=', id)
    .where('head_seq', '=', seq)
    .where('kept_clock', 'is', null)
    .execute();
}
