import type { Instant } from '#kernel/instant.ts';
import { dong, dongInWords, formatDong } from '#kernel/money.ts';
import {
  type ApologyContent,
  type PaymentNoticeContent,
  type StopNoticeContent,
  signingLine,
} from '#modules/documents/index.ts';
import { currentStep, type Dossier } from '../rules/dossier.ts';
import type { PersonalFiling } from '../rules/filing.ts';
import { lines } from './guidance.ts';
import { contactLine, firstApplicant, head, type PaperFrame, partyOnPaper } from './parts.ts';

/** A dossier whose content has not been erased, and the number of the paper. */
export interface NoticeSubject {
  readonly dossier: Dossier;
  readonly personal: PersonalFiling;
  readonly number: string;
}

function common(
  frame: PaperFrame,
  level: 'one-stop' | 'agency',
  { dossier: { filing }, personal, number }: NoticeSubject,
) {
  return {
    ...head(frame, level),
    number,
    applicant: partyOnPaper(firstApplicant(personal)),
    procedure: { code: filing.procedure.code, name: filing.procedure.name },
    contact: contactLine(frame),
  };
}

/** Of the commands that only an accepted dossier knows. */
function accepted({ number, receivedAt }: Dossier) {
  if (!number || !receivedAt) throw new Error('the dossier has not been accepted');
  return { dossierNumber: number, receivedAt };
}

function handlingOffice({ holder, steps, filing }: Dossier): string {
  return steps.find((step) => step.officeId === holder?.officeId)?.officeName ?? filing.intakeOfficeName;
}

/** Form 04: the apology with the new date. */
export function apologyContent(
  frame: PaperFrame,
  subject: NoticeSubject,
  { dueAt, newDate, reason }: { readonly dueAt: Instant; readonly newDate: Instant; readonly reason: string },
): ApologyContent {
  return {
    ...common(frame, 'agency', subject),
    ...accepted(subject.dossier),
    dueAt,
    newDate,
    handlingOffice: handlingOffice(subject.dossier),
    reasons: lines(reason),
    returnPlace: frame.oneStop.name,
    signer: signingLine(frame.signer),
  };
}

/** Form 05 of 2025: why it is stopped, at which step, what becomes of the fee. */
export function stopNoticeContent(
  frame: PaperFrame,
  subject: NoticeSubject,
  { basis, reason }: { readonly basis: string; readonly reason: string },
): StopNoticeContent {
  const { dossier } = subject;
  const step = currentStep(dossier);
  const { fee } = dossier.filing;
  const paid = dossier.number !== null && fee.amount > 0 && fee.way !== 'at-return';
  return {
    ...common(frame, 'agency', subject),
    dossierNumber: dossier.number,
    receivedAt: dossier.receivedAt,
    stage: step && frame.t('dossiers.paper.stage', { step: step.name, office: step.officeName }),
    basis,
    reasons: lines(reason),
    fee: paid ? frame.t('dossiers.paper.fee-paid', { amount: formatDong(dong(fee.amount)) }) : null,
    guidance: null,
    signer: signingLine(frame.signer),
  };
}

export function paymentNoticeContent(
  frame: PaperFrame,
  subject: NoticeSubject,
  { amount, basis, note }: { readonly amount: number; readonly basis: string; readonly note: string | null },
): PaymentNoticeContent {
  const { dossierNumber } = accepted(subject.dossier);
  return {
    ...common(frame, 'one-stop', subject),
    dossierNumber,
    amount: formatDong(dong(amount)),
    amountInWords: dongInWords(dong(amount)),
    basis,
    reasons: lines(note ?? ''),
    officer: frame.officer,
  };
}
