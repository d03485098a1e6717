import { sql } from 'kysely';
import type { Queries, Tx } from '#platform/db/database.ts';
import { send } from '#platform/db/sent.ts';
import type { BegunInterval } from '../rules/clock-interval.ts';

/** The rows of intervals that begin; what was written before is never changed. */
export function intervalRows(dossierId: string, begun: readonly BegunInterval[]) {
  return begun.map(({ seq, kind, officeId, accountId, from, dueAt, nationalDueAt, supplements }) => ({
    ...{ dossier_id: dossierId, seq, kind, office_id: officeId, account_id: accountId },
    ...{ from_at: from, due_at: dueAt, national_due_at: nationalDueAt, supplements },
  }));
}

export async function insertIntervals(
  tx: Tx,
  dossierId: string,
  begun: readonly BegunInterval[],
): Promise<void> {
  const rows = intervalRows(dossierId, begun);
  if (rows.length > 0) await send(tx, tx.insertInto('dossiers.clock_interval').values(rows));
}

/** Some that have none: they were written before intervals were kept. The first event begins one. */
export async function listWithoutIntervals(q: Queries, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.dossier_id as id from dossiers.event e
     where e.seq = 1 and not exists (
       select from dossiers.clock_interval i where i.dossier_id = e.dossier_id and i.seq = 1)
     limit ${most}`.execute(q);
  return rows.map(({ id }) => id);
}

/** All of a dossier; those that presses have begun meanwhile are there. */
export async function fillIntervals(
  tx: Tx,
  dossierId: string,
  begun: readonly BegunInterval[],
): Promise<void> {
  await tx
    .insertInto('dossiers.clock_interval')
    .values(intervalRows(dossierId, begun))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type IntervalRow = Awaited<ReturnType<typeof listIntervals>>[number];

/** In the order in which they followed each other. */
export async function listIntervals(q: Queries, dossierIds: readonly string[]) {
  return q
    .selectFrom('dossiers.clock_interval')
    .selectAll()
    .where('dossier_id', '=', sql<string>`any(${[...dossierIds]}::uuid[])`)
    .orderBy('dossier_id')
    .orderBy('seq')
    .execute();
}
