import { accepted, type Outcome } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { findDossiersOfPerson } from '#modules/dossiers/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { Officer, ProtectionDeps } from '../deps.ts';
import { type Asking, readAsking } from '../rules/asking.ts';
import { agenciesOf } from '../rules/officer.ts';
import { findQuestionOwner, insertQuestion } from '../store/questions.ts';
import { officerEntry } from './officer-entry.ts';

export interface AskPress extends Officer {
  /** Made with the form: the same press again leads to the same question. */
  readonly key: string;
}

/**
 * Asks for everything held about one identity number. The number is kept sealed for half an hour; who asked, for
 * which reason and by which paper goes into the log, and is there before anything is shown.
 */
export async function ask(
  deps: ProtectionDeps,
  press: AskPress,
  typed: Parameters<typeof readAsking>[0],
): Promise<Outcome<{ readonly id: string }>> {
  const asking = readAsking(typed);
  if (!asking.ok) return asking;
  const about = { number: asking.value.number, agencyIds: agenciesOf(press.actor), known: [] };
  const found = await findDossiersOfPerson(deps, about);
  const first = await keep(deps, press, press.key, { ...asking.value, found });
  if (first || (await isOwn(deps, press))) return accepted({ id: press.key });
  const id = deps.random.uuid(deps.machineMs());
  await keep(deps, press, id, { ...asking.value, found });
  return accepted({ id });
}

function keep(
  deps: ProtectionDeps,
  press: AskPress,
  id: string,
  question: Asking & { readonly found: readonly string[] },
): Promise<boolean> {
  const { actor, origin } = press;
  const by = { accountId: actor.accountId, machineNow: origin.machineNow };
  return inTransaction(deps.db, async (tx) => {
    const kept = await insertQuestion(tx, deps, { ...question, id, askedAt: origin.legalNow }, by);
    if (kept)
      await record(tx, {
        ...officerEntry(press, 'ask'),
        subject: { kind: 'question', id },
        reason: `${question.reason}:${question.reference}`,
      });
    return kept;
  });
}

/** A key that somebody else has used leads nowhere near that question. */
async function isOwn({ db }: ProtectionDeps, { actor, key }: AskPress): Promise<boolean> {
  return (await findQuestionOwner(db, key)) === actor.accountId;
}
