import type { Outcome } from '#kernel/refusal.ts';
import { completionRequestContent } from '../papers/guidance.ts';
import { askForCorrection as decideAsk } from '../rules/decide.ts';
import type { Guidance } from '../rules/event.ts';
import { type BeginPress, begin } from './begin.ts';
import type { Done, DossierDeps } from './deps.ts';
import { beginningPost, numberedPaper } from './numbered-paper.ts';

/** Before acceptance: one complete list with reasons, on form 02; the dossier keeps what was brought. */
export function askForCorrection(
  deps: DossierDeps,
  press: BeginPress,
  guidance: Guidance,
): Promise<Outcome<Done>> {
  return begin(deps, press, 'ask-for-correction', async (tx, { id, now, facts, dossier }) => {
    const about = {
      id,
      filing: facts.filing,
      personal: facts.personal,
      dossierNumber: null,
      training: facts.training,
      now,
    };
    const by = { press, post: beginningPost(facts, 'ask-for-correction') };
    const paperId = await numberedPaper(tx, deps, by, about, 'completion-request', (frame, paper) =>
      completionRequestContent(frame, paper, guidance),
    );
    return decideAsk(dossier, facts, guidance, paperId);
  });
}
