import { sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';
import { type PublicStatus, publicStatus, type StatusFacts } from '../rules/public-status.ts';
import { REAL } from './real-dossiers.ts';

export interface NumberQuestion {
  /** What the whole number may be, of whichever agency. */
  readonly whole: readonly string[];
  /** The number without its agency's code, looked for at these agencies only. */
  readonly short: string | null;
  readonly agencyIds: readonly string[];
}

export interface FoundStatus {
  readonly number: string;
  readonly status: PublicStatus;
}

/** One query whatever was typed. Two dossiers of the same short number are as good as none. */
export async function findPublicStatus(
  q: Queries,
  { whole, short, agencyIds }: NumberQuestion,
): Promise<FoundStatus | undefined> {
  const rows = await q
    .selectFrom(REAL.as('d'))
    .select(['number', 'state', 'clock', 'due_at', 'committed_due_at', 'appointed_at', 'ended_at'])
    .where(
      sql<boolean>`number = any(${whole}::text[]) or (short_number = ${short} and agency_id = any(${agencyIds}::uuid[]))`,
    )
    .limit(2)
    .execute();
  const [row, another] = rows;
  if (!row?.number || another) return undefined;
  const facts = {
    state: row.state,
    clock: row.clock,
    dueAt: row.due_at,
    committedAt: row.committed_due_at,
    appointedAt: row.appointed_at,
    endedAt: row.ended_at,
  };
  return { number: row.number, status: publicStatus(facts as StatusFacts) };
}
