import { isDeepStrictEqual } from 'node:util';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Correction, Dossier } from '#modules/dossiers/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { insertCorrection } from '../store/corrections.ts';
import { hasNumbers } from '../store/entries.ts';
import { type FreezeDeps, freezeWords } from './freeze-words.ts';

/**
 * A certified dossier is corrected, in the transaction that does it: another name is written beside the old one in
 * the book. Refuses `has-numbers` when it shall become another procedure: its numbers stand in the book of this one.
 */
export async function followCorrection(
  deps: FreezeDeps,
  tx: Tx,
  { before, after, accountId }: Correction,
): Promise<Outcome<null>> {
  if (!(await hasNumbers(tx, before.id))) return accepted(null);
  if (before.filing.procedure.code !== after.filing.procedure.code)
    return refused('certification/has-numbers', undefined, 'code');
  const [was, becomes] = [requesterOf(before), requesterOf(after)];
  if (was !== null && becomes !== null && was !== becomes) {
    const { id: dossierId, updatedAt: at } = after;
    await insertCorrection(tx, { dossierId, at, accountId, was, becomes });
  }
  if (after.personal && !isDeepStrictEqual(before.personal, after.personal))
    await freezeWords(tx, deps, after);
  return accepted(null);
}

function requesterOf({ personal }: Dossier): string | null {
  return personal?.applicants[0]?.name ?? null;
}
