import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { completionRequestContent } from '../papers/guidance.ts';
import { countAgain, standingStill } from '../rules/count-again.ts';
import type { Guidance } from '../rules/event.ts';
import { isSupplementLate } from '../rules/legal-times.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { effectsOf } from './effects-of.ts';
import { numberedPaper, paperSubject } from './numbered-paper.ts';
import { perform } from './perform.ts';

export interface SupplementRequest extends Guidance {
  /** By the end of this day the applicant is asked to answer; null: no such day. */
  readonly respondBy: CivilDate | null;
}

/** The specialist asks; the one-stop speaks to the citizen. Later than three working days: made, and marked. */
export function askForSupplement(
  deps: DossierDeps,
  press: PressOnDossier,
  request: SupplementRequest,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'ask-for-supplement', async (tx, dossier, post, now) => {
    const { filing, receivedAt } = dossier;
    const subject = paperSubject(dossier, now);
    if (!subject || !receivedAt) return refused('dossiers/erased');
    if (request.items.length === 0) return refused('dossiers/nothing-asked', undefined, 'items');
    const calendar = await deps.calendarFor(tx, filing.intakeOfficeId);
    const still = countAgain(calendar, standingStill(dossier, now));
    if (!still) return refused('dossiers/erased');
    const paperId = await numberedPaper(
      tx,
      deps,
      { press, post },
      subject,
      'completion-request',
      (frame, paper) =>
        completionRequestContent(frame, paper, request, { dossier, respondBy: request.respondBy }),
    );
    const effects = await effectsOf(tx, deps, dossier, now);
    return accepted({
      ...{ ...request, paperId, effects, still },
      late: isSupplementLate(calendar, receivedAt, now),
    });
  });
}
