import { type ResultContent, signingLine } from '#modules/documents/index.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { ResultDraft } from '../rules/event.ts';
import { lines } from './guidance.ts';
import { head, type PaperFrame, partyOnPaper } from './parts.ts';

/** The result paper: what is granted, or why it is refused; the leader's signature makes it the decision. */
export function resultContent(
  frame: PaperFrame,
  dossier: Dossier,
  number: string,
  decision: { readonly outcome: 'granted' | 'refused'; readonly result: ResultDraft },
): ResultContent {
  const { filing, personal } = dossier;
  const [applicant] = personal?.applicants ?? [];
  if (!applicant || !dossier.number) throw new Error('only an accepted dossier is decided');
  const { outcome, result } = decision;
  const content = lines(result.content);
  return {
    ...head(frame, 'agency'),
    number,
    dossierNumber: dossier.number,
    outcome,
    title: result.title,
    about: frame.t('dossiers.paper.about', { procedure: filing.procedure.name }),
    legalBasis: [],
    procedure: { code: filing.procedure.code, name: filing.procedure.name },
    applicant: partyOnPaper(applicant),
    body: outcome === 'granted' ? content : [],
    details: [],
    reasons: outcome === 'refused' ? content : [],
    guidance: null,
    recipients: [applicant.name, frame.t('dossiers.paper.recipient-file')],
    signer: signingLine(frame.signer),
  };
}
