import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import { ALL, REAL } from './real-dossiers.ts';

/** How many dossiers by channel and by state, for `./motcua status`. */
export async function countByChannelAndState(q: Queries): Promise<{
  readonly total: number;
  readonly byChannel: Readonly<Record<string, number>>;
  readonly byState: Readonly<Record<string, number>>;
}> {
  const rows = await q
    .selectFrom(REAL.as('d'))
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

/** Open dossiers an office holds; of an agency, all its open dossiers. */
export async function countOpenOf(q: Queries, officeId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${REAL} d
     where (holder_office_id = ${officeId} or agency_id = ${officeId})
       and state in ('submitted', 'correction-asked', 'accepted', 'in-progress', 'awaiting-supplement',
                     'awaiting-payment', 'decided')`.execute(q);
  return rows[0]?.count ?? 0;
}

/**
 * Open dossiers whose limit runs over one of these days (both included), so that their due dates may move when
 * the days count otherwise than before. `officeId`: only those of that counter.
 */
export async function countOpenOver(q: Queries, days: Days, officeId: string | null = null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${REAL} d where ${openOver(days, officeId)}`.execute(q);
  return rows[0]?.count ?? 0;
}

/** Their ids in order; training dossiers too, their dates move as well. */
export async function listOpenOver(q: Queries, days: Days, officeId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from ${ALL} d where ${openOver(days, officeId)} order by d.id`.execute(q);
  return rows.map(({ id }) => id);
}

interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

function openOver({ from, to }: Days, officeId: string | null) {
  return sql`state in ('accepted', 'in-progress') and clock = 'running' and not due_promised
    and received_at < (${to}::date + 1) and due_at >= ${from}::date
    and (${officeId}::uuid is null or intake_office_id = ${officeId}::uuid)`;
}
