import type { Actor, HeldPost } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { ResultToSign } from '#modules/documents/index.ts';
import { insteadInWords } from '../papers/instead-in-words.ts';
import { resultContent } from '../papers/result.ts';
import type { ResultDraft } from '../rules/event.ts';
import { insteadBy } from '../rules/instead.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { paperFrame } from './frame.ts';
import { paperNumber } from './numbered-paper.ts';
import { perform } from './perform.ts';

export interface DecideInput {
  readonly outcome: 'granted' | 'refused';
  readonly result: ResultDraft;
  readonly note: string | null;
}

/**
 * The signature is the decision: number in the agency's register, frozen result and the signature over its
 * digest in one transaction; the signed PDF is made by a job after it. On a training dossier the press is practised to
 * its end: neither number nor signature.
 */
export function decide(deps: DossierDeps, press: PressOnDossier, input: DecideInput): Promise<Outcome<Done>> {
  return perform(deps, press, 'decide', async (tx, dossier, post, now) => {
    if (!dossier.personal) return refused('dossiers/erased');
    if (!input.result.title.trim()) return refused('dossiers/title-missing', undefined, 'title');
    if (!input.result.content.trim()) return refused('dossiers/result-empty', undefined, 'content');
    const { filing, training } = dossier;
    const frame = await paperFrame(tx, deps, dossier, { press, post, now });
    const year = Number(now.slice(0, 4));
    const series = { officeId: filing.agencyId, register: 'result', year };
    const order = training ? null : await deps.stores.nextRegisterNumber(tx, series);
    const number = paperNumber(deps, 'result', order);
    const paperId = await deps.stores.freezePaper(tx, deps, {
      purpose: 'result',
      regime: filing.regime,
      officeId: filing.agencyId,
      subjectId: dossier.id,
      number,
      frozenAt: now,
      ...(order === null ? {} : { register: { ...series, number: order } }),
      content: resultContent(frame, dossier, number, input),
    });
    const signer = signerOf(deps, press.actor, post, filing.agencyName);
    const signatureId = training
      ? null
      : await deps.stores.signResult(tx, deps, { paperId, signer, signedAt: now });
    return accepted({ ...input, resultPaperId: paperId, resultNumber: number, signatureId });
  });
}

/** The signature names the decision by which it is given for another. */
function signerOf(
  deps: DossierDeps,
  { accountId, name }: Actor,
  post: HeldPost,
  organisation: string,
): ResultToSign['signer'] {
  const { title, insteadOf } = post;
  if (!insteadOf) return { accountId, name, title, organisation, basis: null };
  const own = insteadOf.ownTitle || title;
  return {
    accountId,
    name,
    title: own,
    organisation,
    basis: insteadInWords(deps.paperWords, insteadBy(post)),
  };
}
