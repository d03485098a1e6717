import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { dong, dongInWords, formatDong } from '#kernel/money.ts';
import {
  type ApologyContent,
  type PaymentNoticeContent,
  type StopNoticeContent,
  signingLine,
} from '#modules/documents/index.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { PersonalFiling } from '../rules/filing.ts';
import { lines } from './guidance.ts';
import { contactLine, firstApplicant, head, type PaperFrame, partyOnPaper, stageInWords } from './parts.ts';

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

/** There is one at most; what the software before had granted is not known. */
function extensions({ t }: PaperFrame, { takenOver }: Dossier): string {
  return takenOver
    ? t('dossiers.paper.first-extension-taken-over', { date: formatCivilDate(dateOf(takenOver.at)) })
    : t('dossiers.paper.first-extension');
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
    ...(subject.dossier.filing.regime === '2025' ? { extensions: extensions(frame, subject.dossier) } : {}),
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
  const { fee } = dossier.filing;
  const paid = dossier.number !== null && fee.amount > 0 && fee.way !== 'at-return';
  return {
    ...common(frame, 'agency', subject),
    dossierNumber: dossier.number,
    receivedAt: dossier.receivedAt,
    stage: stageInWords(dossier, frame.t),
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
