import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { freezePaper, listPapers } from '#modules/documents/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { controlSlipContent } from '../papers/control-slip.ts';
import { readingPost } from '../rules/access.ts';
import { slipPrinted } from '../rules/decide.ts';
import { type FoundCommand, findDoneCommand } from '../store/done-commands.ts';
import { type LoadedDossier, saveEvents } from '../store/dossiers.ts';
import type { DossierDeps, PressOnDossier } from './deps.ts';
import { paperFrame } from './frame.ts';
import { findFor, finishPress, orRefusal } from './perform.ts';
import { sealPapers } from './seal-papers.ts';

/**
 * The control slip as the history stands now (form 05 of 2018, 06 of 2025), frozen like every paper, and an event of
 * the history, so that the chain holds what it says. The same press answers the slip it made.
 */
export function printControlSlip(
  deps: DossierDeps,
  press: Omit<PressOnDossier, 'seenSeq'>,
): Promise<Outcome<{ readonly paperId: string }>> {
  return orRefusal(
    inTransaction<Outcome<{ readonly paperId: string }>>(deps.db, async (tx) => {
      const found = await findFor(tx, deps, press);
      if (!found.ok) return found;
      const { dossier } = found.value;
      const done = await findDoneCommand(tx, press.key);
      if (done) return slipOf(tx, done, press, dossier.id);
      if (!dossier.number || !dossier.receivedAt) return refused('dossiers/no-slip-yet');
      if (!dossier.personal) return refused('dossiers/erased');
      return accepted({ paperId: await freezeSlip(tx, deps, press, found.value) });
    }),
  );
}

const command = 'print-control-slip';

async function slipOf(
  tx: Tx,
  done: FoundCommand,
  press: Omit<PressOnDossier, 'seenSeq'>,
  dossierId: string,
): Promise<Outcome<{ readonly paperId: string }>> {
  const papers = await listPapers(tx, dossierId);
  const made = papers.findLast((paper) => paper.purpose === 'control-slip');
  const { accountId } = press.actor;
  if (!made || done.command !== command || done.dossierId !== dossierId || done.accountId !== accountId)
    return refused('dossiers/press-used');
  return accepted({ paperId: made.id });
}

async function freezeSlip(
  tx: Tx,
  deps: DossierDeps,
  press: Omit<PressOnDossier, 'seenSeq'>,
  found: LoadedDossier,
): Promise<string> {
  const { dossier, events, involvedOfficeIds } = found;
  const post = readingPost(press.actor, { ...dossier.filing, involvedOfficeIds });
  if (!post) throw new Error('only a post produces papers');
  const { id: dossierId, filing, number } = dossier;
  const now = deps.clock.now();
  const frame = await paperFrame(tx, deps, dossier, { press, post, now });
  const paperId = await freezePaper(tx, deps, {
    purpose: 'control-slip',
    regime: filing.regime,
    officeId: filing.intakeOfficeId,
    subjectId: dossierId,
    number,
    frozenAt: now,
    content: controlSlipContent(frame, dossier, events),
  });
  const printed = slipPrinted(press.actor, post, now, paperId);
  const sealed = await sealPapers(tx, deps, dossierId, dossier, [printed]);
  const after = await saveEvents(tx, found, sealed, deps);
  await finishPress(tx, deps, press, command, { before: dossier, after, events: sealed });
  return paperId;
}
