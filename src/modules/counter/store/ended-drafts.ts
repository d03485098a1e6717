import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { send } from '#platform/db/sent.ts';
import type { Draft } from './drafts.ts';

/**
 * The draft, locked and open, has become a dossier: what was typed is forgotten here, the row stays so that a second press finds
 * the dossier.
 */
export async function endDraft(
  tx: Tx,
  { id, officeId, training }: Pick<Draft, 'id' | 'officeId' | 'training'>,
  procedureCode: string,
  dossier: string,
  at: Instant,
): Promise<void> {
  const ended = { dossier, sealed: null, copied: null, page_token: null, updated_at: at };
  await send(tx, tx.updateTable('counter.draft').set(ended).where('id', '=', id));
  await send(tx, tx.deleteFrom('counter.draft_file').where('draft_id', '=', id));
  if (!training) await countUse(tx, officeId, procedureCode);
}

async function countUse(tx: Tx, officeId: string, code: string): Promise<void> {
  const counted = tx
    .insertInto('counter.procedure_use')
    .values({ office_id: officeId, procedure_code: code, uses: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['office_id', 'procedure_code'])
        .doUpdateSet({ uses: sql<number>`procedure_use.uses + 1` }),
    );
  await send(tx, counted);
}

/** Codes of the procedures that these offices receive most. */
export async function listMostUsed(
  q: Queries,
  officeIds: readonly string[],
  most: number,
): Promise<string[]> {
  if (officeIds.length === 0) return [];
  const rows = await q
    .selectFrom('counter.procedure_use')
    .select(['procedure_code as code', (eb) => eb.fn.sum('uses').as('uses')])
    .where('office_id', 'in', officeIds)
    .groupBy('procedure_code')
    .orderBy('uses', 'desc')
    .orderBy('procedure_code')
    .limit(most)
    .execute();
  return rows.map((row) => row.code);
}

/** Drafts of anybody that go on with a dossier, became it, or were begun like it. */
export async function listDraftsOf(
  q: Queries,
  { reference, number }: { readonly reference: string; readonly number: string | null },
): Promise<{ id: string }[]> {
  return q
    .selectFrom('counter.draft')
    .select('id')
    .where((eb) =>
      eb.or([eb('reference', '=', reference), ...(number ? [eb('like_dossier', '=', number)] : [])]),
    )
    .execute();
}

/** Drafts nobody has touched since; each is deleted by itself, with its scans. */
export async function listOldDrafts(q: Queries, before: Instant, most: number): Promise<{ id: string }[]> {
  return q
    .selectFrom('counter.draft')
    .select('id')
    .where('updated_at', '<', before)
    .orderBy('updated_at')
    .limit(most)
    .execute();
}

export interface LeftDraft {
  readonly updatedAt: Instant;
  /** It has become a dossier: its scans are no longer its own. */
  readonly hasEnded: boolean;
}

/** Locks a draft, whosever it is. */
export async function lockLeftDraft(tx: Tx, id: string): Promise<LeftDraft | undefined> {
  const row = await tx
    .selectFrom('counter.draft')
    .select(['updated_at', 'dossier'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { updatedAt: row.updated_at, hasEnded: row.dossier !== null };
}
