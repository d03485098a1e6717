import { sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';
import { NO_HASH } from './chain.ts';
import { REAL } from './real-dossiers.ts';

/** A row of history as it lies in the database, for `verify`. */
export interface HistoryRow {
  readonly dossierId: string;
  readonly name: string;
  readonly headSeq: number;
  readonly headHash: Uint8Array;
  readonly wrappedKey: Uint8Array | null;
  /** Every column, to be compared with what the history says. */
  readonly columns: Readonly<Record<string, unknown>>;
  /** Of the dates beside it. */
  readonly due: Readonly<Record<string, unknown>>;
}

export type ChainRow = Awaited<ReturnType<typeof listChain>>[number];

/** All dossiers by id, in pages: memory stays flat however many there are. */
export async function* eachDossier(q: Queries, pageSize = 500): AsyncGenerator<HistoryRow[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await q
      .selectFrom('dossiers.dossier')
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .selectAll()
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    const dates = await listDates(
      q,
      rows.map(({ id }) => id),
    );
    yield rows.map((row) => {
      const due = dates.get(row.id);
      return {
        dossierId: row.id,
        name: row.number ?? row.reference,
        headSeq: due?.head_seq ?? 0,
        headHash: due?.head_hash ?? NO_HASH,
        wrappedKey: row.wrapped_key,
        columns: row,
        due: due ?? {},
      };
    });
    after = last.id;
  }
}

async function listDates(q: Queries, ids: readonly string[]) {
  const rows = await q.selectFrom('dossiers.due').where('id', 'in', ids).selectAll().execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function listChain(q: Queries, dossierIds: readonly string[]) {
  return q
    .selectFrom('dossiers.event as e')
    .leftJoin('dossiers.event_personal as p', (join) =>
      join.onRef('p.dossier_id', '=', 'e.dossier_id').onRef('p.seq', '=', 'e.seq'),
    )
    .where('e.dossier_id', 'in', dossierIds)
    .selectAll('e')
    .select(['p.salt', 'p.sealed'])
    .orderBy('e.dossier_id')
    .orderBy('e.seq')
    .execute();
}

/** Holes in the series of a day: numbers that were given must all be there, here or as given elsewhere. */
export async function listNumberGaps(
  q: Queries,
): Promise<{ agencyId: string; day: string; last: number; there: number }[]> {
  const { rows } = await sql<{ agencyId: string; day: string; last: number; there: number }>`
    select s.agency_id as "agencyId", s.day, s.last, (g.given + e.elsewhere)::int as there
      from dossiers.number_series s
      cross join lateral (
        select count(*) as given from ${REAL} d
         where d.agency_id = s.agency_id and d.received_at >= s.day and d.received_at < s.day + 1
           and d.number is not null and d.taken_over_at is null) g
      cross join lateral (
        select coalesce(sum(n.last - n.first + 1), 0) as elsewhere from dossiers.number_elsewhere n
         where n.agency_id = s.agency_id and n.day = s.day) e
     where g.given + e.elsewhere <> s.last`.execute(q);
  return rows;
}
