import type { Queries, Tx } from '#platform/db/database.ts';

/** How far the search has come; null when it is over. Locked: one worker at a time. */
export async function receiverSearchForUpdate(tx: Tx): Promise<string | null> {
  const row = await tx
    .selectFrom('dossiers.receiver_search')
    .select(['after_id', 'done'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.done ? null : row.after_id;
}

export async function setReceiverSearch(
  tx: Tx,
  { after, done }: { readonly after: string; readonly done: boolean },
): Promise<void> {
  await tx.updateTable('dossiers.receiver_search').set({ after_id: after, done }).execute();
}

/** The next dossier by id whose result was handed over and whose receiver nobody finds by number. */
export async function nextWithoutReceiver(q: Queries, after: string): Promise<string | undefined> {
  const row = await q
    .selectFrom('dossiers.dossier as d')
    .where('d.id', '>', after)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('dossiers.event as e')
          .whereRef('e.dossier_id', '=', 'd.id')
          .where('e.type', '=', 'handed-over')
          .select('e.seq'),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('dossiers.party as p')
            .whereRef('p.dossier_id', '=', 'd.id')
            .where('p.kind', '=', 'receiver')
            .select('p.ordinal'),
        ),
      ),
    )
    .orderBy('d.id')
    .limit(1)
    .select('d.id')
    .executeTakeFirst();
  return row?.id;
}
