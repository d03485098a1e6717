import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { stopNoticeContent } from '../papers/notices.ts';
import { mayCloseForSilence } from '../rules/decide-waiting.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { numberedPaper, paperSubject } from './numbered-paper.ts';
import { perform } from './perform.ts';

/** The list of work proposes it once the day is over; a person confirms, and the applicant gets a notice. */
export function closeForSilence(
  deps: DossierDeps,
  press: PressOnDossier,
  { note }: { readonly note: string | null },
): Promise<Outcome<Done>> {
  return perform(deps, press, 'close-for-silence', async (tx, dossier, post, now) => {
    const subject = paperSubject(dossier, now);
    if (!subject) return refused('dossiers/erased');
    const silent = mayCloseForSilence(dossier, dateOf(now));
    if (!silent.ok) return silent;
    const { paperWords: t } = deps;
    const said = {
      basis: t(`dossiers.basis.supplement.${dossier.filing.regime}`),
      reason: t('dossiers.paper.silence', { date: formatCivilDate(silent.value) }),
    };
    const by = { press, post };
    const paperId = await numberedPaper(tx, deps, by, subject, 'stop-notice', (frame, { personal, number }) =>
      stopNoticeContent(frame, { dossier, personal, number }, said),
    );
    return accepted({ note, paperId });
  });
}
