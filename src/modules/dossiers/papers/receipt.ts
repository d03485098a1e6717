import { formatMoment } from '#kernel/civil-date.ts';
import type { ReceiptContent } from '#modules/documents/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { saidDate } from '../rules/change.ts';
import type { ClockFacts } from '../rules/event.ts';
import type { Filing, PersonalFiling } from '../rules/filing.ts';
import { feeInWords, head, limitInWords, type PaperFrame, paperRows, partyOnPaper } from './parts.ts';

export interface ReceiptFacts {
  readonly number: string;
  readonly filing: Filing;
  readonly personal: PersonalFiling;
  readonly clock: ClockFacts;
}

/** Form 01 of both regimes. */
export function receiptContent(frame: PaperFrame, facts: ReceiptFacts): ReceiptContent {
  const { t, agency, oneStop, officer, publicUrl } = frame;
  const { filing, personal, clock } = facts;
  const [applicant, ...others] = personal.applicants;
  if (!applicant) throw new Error('a dossier has an applicant');
  const submitter = personal.authorised ?? applicant;
  return {
    ...head(frame, 'one-stop'),
    dossierNumber: facts.number,
    applicant: partyOnPaper(applicant),
    otherApplicants: others.map((party) => party.name),
    authorised: personal.authorised && partyOnPaper(personal.authorised),
    channel: t(`dossiers.channel.${filing.channel}`),
    procedure: { code: filing.procedure.code, name: filing.procedure.name },
    caseName: filing.procedure.caseName,
    owner: null,
    fee: feeInWords(filing, t),
    feeMethod: filing.fee.amount === 0 ? null : t(`dossiers.fee-way.${filing.fee.way}`),
    papers: paperRows(personal.papers, t),
    sets: filing.sets,
    limit: limitInWords(filing.limit, t),
    receivedAt: clock.receivedAt,
    dueAt: saidDate(clock),
    lookup: frame.training
      ? null
      : t('dossiers.paper.look-up', { address: publicUrl, phone: oneStop.phone ?? agency.phone ?? '' }),
    returnBy: filing.returnMethod === 'electronic' ? 'online' : filing.returnMethod,
    returnPlace: oneStop.name,
    returnAddress: filing.returnMethod === 'post' ? submitter.address : oneStop.address,
    note: committedNote(t, facts),
    submitterName: submitter.name,
    receiver: officer,
  };
}

/** The date above is the promised one; lateness is judged by the law (decision 0029). */
function committedNote(t: Words, { filing: { commitment }, clock: { dueAt } }: ReceiptFacts): string | null {
  if (!commitment || !dueAt) return null;
  const { limit, basis } = commitment;
  return t('dossiers.paper.committed', { limit: limitInWords(limit, t), basis, date: formatMoment(dueAt) });
}
