import type { Instant } from '#kernel/instant.ts';
import { openText, seal } from '#platform/crypto/sealing.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { Random } from '#platform/random/random.ts';
import type { AskingReason } from '../rules/asking.ts';

/** How long a question can be opened again; then the number goes. */
export const QUESTION_KEPT_MS = 1_800_000;

export interface Question {
  readonly id: string;
  readonly number: string;
  /** Ids of the dossiers found when it was asked: one that is erased meanwhile is still shown as erased. */
  readonly found: readonly string[];
  readonly reason: AskingReason;
  readonly reference: string;
  readonly askedAt: Instant;
}

interface Secrets {
  readonly keys: { readonly wrapping: Uint8Array };
  readonly random: Random;
}

const contextOf = (id: string) => `protection-question:${id}`;

/** False when there is a question with this id already, whoever asked it. */
export async function insertQuestion(
  tx: Tx,
  { keys, random }: Secrets,
  question: Question,
  by: { readonly accountId: string; readonly machineNow: Instant },
): Promise<boolean> {
  const { id, number, found, reason, reference, askedAt } = question;
  const content = Buffer.from(JSON.stringify({ number, found }));
  const inserted = await tx
    .insertInto('protection.question')
    .values({
      id,
      account_id: by.accountId,
      sealed: seal(keys.wrapping, content, contextOf(id), random),
      reason,
      reference,
      asked_at: askedAt,
      made_at: by.machineNow,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** A question of this person made since `notBefore` (machine time); nobody else's. */
export async function findQuestion(
  q: Queries,
  { keys }: Pick<Secrets, 'keys'>,
  id: string,
  { accountId, notBefore }: { readonly accountId: string; readonly notBefore: Instant },
): Promise<Question | undefined> {
  const row = await q
    .selectFrom('protection.question')
    .select(['sealed', 'reason', 'reference', 'asked_at'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('made_at', '>=', notBefore)
    .executeTakeFirst();
  if (!row) return undefined;
  const content = openText(keys.wrapping, row.sealed, contextOf(id));
  const { number, found } = JSON.parse(content) as Pick<Question, 'number' | 'found'>;
  const { reference, asked_at: askedAt } = row;
  return { id, number, found, reason: row.reason as AskingReason, reference, askedAt };
}

export async function deleteQuestions(q: Queries, before: Instant): Promise<void> {
  await q.deleteFrom('protection.question').where('made_at', '<', before).execute();
}

export async function findQuestionOwner(q: Queries, id: string): Promise<string | undefined> {
  const row = await q
    .selectFrom('protection.question')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.account_id;
}
