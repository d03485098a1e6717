import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { completionRequestContent } from '../papers/guidance.ts';
import type { Guidance } from '../rules/event.ts';
import { isSupplementLate } from '../rules/legal-times.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { numberedPaper } from './numbered-paper.ts';
import { perform } from './perform.ts';

/** The specialist asks; the one-stop speaks to the citizen. Later than three working days: made, and marked. */
export function askForSupplement(
  deps: DossierDeps,
  press: PressOnDossier,
  guidance: Guidance,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'ask-for-supplement', async (tx, dossier) => {
    const { filing, personal, receivedAt } = dossier;
    if (!personal || !receivedAt) return refused('dossiers/erased');
    if (guidance.items.length === 0) return refused('dossiers/nothing-asked', undefined, 'items');
    const now = deps.clock.now();
    const calendar = await deps.calendarFor(tx, filing.intakeOfficeId);
    const subject = { id: dossier.id, filing, personal, dossierNumber: dossier.number, on: dateOf(now) };
    const paperId = await numberedPaper(tx, deps, press, subject, 'completion-request', (frame, paper) =>
      completionRequestContent(frame, paper, guidance),
    );
    return accepted({ ...guidance, paperId, late: isSupplementLate(calendar, receivedAt, now) });
  });
}
