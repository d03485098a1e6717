import type { CivilDate } from '#kernel/civil-date.ts';
import type { CompletionRequestContent, RefusalContent } from '#modules/documents/index.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { Guidance } from '../rules/event.ts';
import type { Filing, PersonalFiling } from '../rules/filing.ts';
import { contactLine, firstApplicant, head, type PaperFrame, partyOnPaper, stageInWords } from './parts.ts';

interface About {
  readonly number: string;
  readonly dossierNumber: string | null;
  readonly filing: Filing;
  readonly personal: PersonalFiling;
}

function common(frame: PaperFrame, { number, dossierNumber, filing, personal }: About) {
  return {
    ...head(frame, 'one-stop'),
    number,
    dossierNumber,
    applicant: partyOnPaper(firstApplicant(personal)),
    procedure: { code: filing.procedure.code, name: filing.procedure.name },
    contact: contactLine(frame),
    officer: frame.officer,
  };
}

interface AfterAcceptance {
  readonly dossier: Dossier;
  readonly respondBy: CivilDate | null;
}

/** Form 02: one complete list of what is missing, with reasons. */
export function completionRequestContent(
  frame: PaperFrame,
  about: About,
  guidance: Guidance,
  accepted: AfterAcceptance | null = null,
): CompletionRequestContent {
  return {
    ...common(frame, about),
    ...(about.filing.regime === '2025' ? { stage: stage(frame, accepted) } : {}),
    papers: guidance.items.map(({ name, what }) => ({
      name,
      originals: 0,
      certifiedCopies: 0,
      photocopies: 0,
      note: what || frame.t('dossiers.paper.not-there'),
    })),
    reasons: lines(guidance.reason),
    basis: frame.t(
      `dossiers.basis.${about.dossierNumber === null ? 'correction' : 'supplement'}.${about.filing.regime}`,
    ),
    respondBy: accepted?.respondBy ?? null,
  };
}

function stage({ t }: PaperFrame, accepted: AfterAcceptance | null): string | null {
  return accepted ? stageInWords(accepted.dossier, t) : t('dossiers.paper.stage-before-acceptance');
}

/** Form 03. */
export function refusalContent(frame: PaperFrame, about: About, reason: string): RefusalContent {
  const submitter = about.personal.authorised ?? about.personal.applicants[0];
  return {
    ...common(frame, about),
    reasons: lines(reason),
    basis: frame.t(`dossiers.basis.refusal.${about.filing.regime}`),
    guidance: null,
    submitterName: submitter?.name ?? '',
  };
}

export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
