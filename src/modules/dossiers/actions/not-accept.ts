import type { Outcome } from '#kernel/refusal.ts';
import { refusalContent } from '../papers/guidance.ts';
import { notAccept as decideNotAccept } from '../rules/decide.ts';
import { type BeginPress, begin } from './begin.ts';
import type { Done, DossierDeps } from './deps.ts';
import { beginningPost, numberedPaper } from './numbered-paper.ts';

/** Not accepted, with the reason on form 03. */
export function notAccept(deps: DossierDeps, press: BeginPress, reason: string): Promise<Outcome<Done>> {
  return begin(deps, press, 'not-accept', async (tx, { id, now, facts, dossier }) => {
    const about = {
      id,
      filing: facts.filing,
      personal: facts.personal,
      dossierNumber: null,
      training: facts.training,
      now,
    };
    const by = { press, post: beginningPost(facts, 'not-accept') };
    const paperId = await numberedPaper(tx, deps, by, about, 'refusal', (frame, paper) =>
      refusalContent(frame, paper, reason),
    );
    return decideNotAccept(dossier, facts, reason, paperId);
  });
}
