import { record } from '#modules/audit/index.ts';
import type { Officer, ProtectionDeps } from '../deps.ts';
import { type Answer, answer } from './answer.ts';
import { listReadsOfPerson, type ReadLine } from './list-reads.ts';
import { officerEntry } from './officer-entry.ts';

/** A copy is printed: the latest reads of a much-read person. */
export const MOST_READS = 1000;

export interface PersonCopyParts {
  readonly answer: Answer;
  readonly reads: readonly ReadLine[];
  readonly cut: boolean;
}

/** Everything for the person who asks; that it was taken out stands in the log, with the question's paper. */
export async function exportCopy(
  deps: ProtectionDeps,
  officer: Officer,
  id: string,
): Promise<PersonCopyParts | undefined> {
  const found = await answer(deps, officer, id, 'export');
  if (!found) return undefined;
  const { question } = found;
  await record(deps.db, {
    ...officerEntry(officer, 'export'),
    subject: { kind: 'question', id },
    reason: `${question.reason}:${question.reference}`,
  });
  const page = { before: null, limit: MOST_READS + 1 };
  const reads = await listReadsOfPerson(deps, officer, question, page);
  return { answer: found, reads: reads.slice(0, MOST_READS), cut: reads.length > MOST_READS };
}
