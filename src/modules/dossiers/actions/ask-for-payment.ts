import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { paymentNoticeContent } from '../papers/notices.ts';
import { countAgain, standingStill } from '../rules/count-again.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { effectsOf } from './effects-of.ts';
import { numberedPaper, paperSubject } from './numbered-paper.ts';
import { perform } from './perform.ts';

export interface PaymentRequest {
  /** Dong. */
  readonly amount: number;
  /** The notice or rule it rests on. */
  readonly basis: string;
  readonly note: string | null;
}

/** A financial obligation of the applicant: the clock stands still from now until it is paid. */
export function askForPayment(
  deps: DossierDeps,
  press: PressOnDossier,
  request: PaymentRequest,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'ask-for-payment', async (tx, dossier, post, now) => {
    const subject = paperSubject(dossier, now);
    const calendar = await deps.calendarFor(tx, dossier.filing.intakeOfficeId);
    const still = countAgain(calendar, standingStill(dossier, now));
    if (!subject || !still) return refused('dossiers/erased');
    if (!(request.amount > 0)) return refused('dossiers/amount-missing', undefined, 'amount');
    if (!request.basis.trim()) return refused('dossiers/basis-missing', undefined, 'basis');
    const paperId = await numberedPaper(
      tx,
      deps,
      { press, post },
      subject,
      'payment-notice',
      (frame, { personal, number }) => paymentNoticeContent(frame, { dossier, personal, number }, request),
    );
    const effects = await effectsOf(tx, deps, dossier, now);
    return accepted({ ...request, still, effects, paperId });
  });
}
