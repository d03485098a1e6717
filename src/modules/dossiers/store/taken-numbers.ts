import type { Queries } from '#platform/db/database.ts';
import { REAL } from './real-dossiers.ts';

export interface TakenNumber {
  readonly number: string;
  /** False: a counter here gave it. */
  readonly takenOver: boolean;
}

export async function findTakenNumber(q: Queries, number: string): Promise<TakenNumber | undefined> {
  return (await listTakenNumbers(q, [number]))[0];
}

/** Those of the numbers that a dossier here has. */
export async function listTakenNumbers(q: Queries, numbers: readonly string[]): Promise<TakenNumber[]> {
  if (numbers.length === 0) return [];
  const rows = await q
    .selectFrom(REAL.as('d'))
    .where('number', 'in', numbers)
    .select(['number', 'taken_over_at'])
    .execute();
  return rows.map((row) => ({ number: row.number ?? '', takenOver: row.taken_over_at !== null }));
}
