import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { send } from '#platform/db/sent.ts';

export interface RegisterSeries {
  readonly officeId: string;
  /** 'result', 'completion-request', 'refusal', … */
  readonly register: string;
  readonly year: number;
}

/**
 * The next number of an office's register in a year, from 1. Whoever asks next waits until this transaction
 * has ended; when it fails the number was never given: no gap, no double.
 */
export async function nextRegisterNumber(tx: Tx, series: RegisterSeries): Promise<number> {
  const { last } = await tx
    .insertInto('documents.register_series')
    .values({ office_id: series.officeId, register: series.register, year: series.year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['office_id', 'register', 'year'])
        .doUpdateSet({ last: sql<number>`documents.register_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export interface NewRegisterEntry extends RegisterSeries {
  readonly number: number;
  readonly paperId: string | null;
  readonly subjectId: string;
  readonly enteredAt: Instant;
}

export function registerRow(entry: NewRegisterEntry) {
  return {
    office_id: entry.officeId,
    register: entry.register,
    year: entry.year,
    number: entry.number,
    paper_id: entry.paperId,
    subject_id: entry.subjectId,
    entered_at: entry.enteredAt,
  };
}

export async function insertRegisterEntry(tx: Tx, row: ReturnType<typeof registerRow>): Promise<void> {
  await send(tx, tx.insertInto('documents.register_entry').values(row));
}

export interface RegisterEntry {
  readonly number: number;
  readonly paperId: string | null;
  readonly subjectId: string;
  readonly enteredAt: Instant;
  readonly voidAt: Instant | null;
  readonly voidReason: string | null;
}

export async function listRegisterEntries(
  q: Queries,
  series: RegisterSeries,
  after: number,
  limit: number,
): Promise<RegisterEntry[]> {
  return q
    .selectFrom('documents.register_entry')
    .select([
      'number',
      'paper_id as paperId',
      'subject_id as subjectId',
      'entered_at as enteredAt',
      'void_at as voidAt',
      'void_reason as voidReason',
    ])
    .where('office_id', '=', series.officeId)
    .where('register', '=', series.register)
    .where('year', '=', series.year)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}
