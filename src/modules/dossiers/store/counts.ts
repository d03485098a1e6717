import type { Queries } from '#platform/db/database.ts';

/** How many dossiers by channel and by state, for `./motcua status`. */
export async function countByChannelAndState(q: Queries): Promise<{
  readonly total: number;
  readonly byChannel: Readonly<Record<string, number>>;
  readonly byState: Readonly<Record<string, number>>;
}> {
  const rows = await q
    .selectFrom('dossiers.dossier')
    .groupBy(['channel', 'state'])
    .select(['channel', 'state'])
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .execute();
  const byChannel: Record<string, number> = {};
  const byState: Record<string, number> = {};
  for (const { channel, state, count } of rows) {
    byChannel[channel] = (byChannel[channel] ?? 0) + count;
    byState[state] = (byState[state] ?? 0) + count;
  }
  return { total: rows.reduce((sum, row) => sum + row.count, 0), byChannel, byState };
}
