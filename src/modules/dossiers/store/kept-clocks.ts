import type { Queries } from '#platform/db/database.ts';
import type { DossierEvent } from '../rules/event.ts';
import type { KeptClock } from '../rules/kept-clock.ts';
import { sealedHistories, selectSealedEvents } from './events.ts';

/** Of dossiers that run and whose clock is not noted yet, after this one in order of ids. */
export async function listHistoriesWithoutClock(
  q: Queries,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<ReadonlyMap<string, readonly DossierEvent[]>> {
  const rows = await q
    .selectFrom('dossiers.due')
    .where((eb) => eb.or([eb('kept_clock', 'is', null), eb('kept_dates', 'is', null)]))
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
  { id, seq, kept }: { readonly id: string; readonly seq: number; readonly kept: KeptClock },
): Promise<void> {
  await q
    .updateTable('dossiers.due')
    .set({ kept_clock: kept.clock, kept_dates: kept.dates })
    .where('id', '=', id)
    .where('head_seq', '=', seq)
    .where((eb) => eb.or([eb('kept_clock', 'is', null), eb('kept_dates', 'is', null)]))
    .execute();
}
