import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { stopNoticeContent } from '../papers/notices.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { numberedPaper, paperSubject } from './numbered-paper.ts';
import { perform } from './perform.ts';

/** Stopped on a legal ground, by a leader; the applicant gets a notice. */
export function stop(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Omit<Inputs['stop'], 'paperId'>,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'stop', async (tx, dossier, post, now) => {
    const subject = paperSubject(dossier, now);
    if (!subject) return refused('dossiers/erased');
    if (!input.basis.trim()) return refused('dossiers/basis-missing', undefined, 'basis');
    if (!input.reason.trim()) return refused('dossiers/reason-missing', undefined, 'reason');
    const by = { press, post };
    const paperId = await numberedPaper(tx, deps, by, subject, 'stop-notice', (frame, { personal, number }) =>
      stopNoticeContent(frame, { dossier, personal, number }, input),
    );
    return accepted({ ...input, paperId });
  });
}
