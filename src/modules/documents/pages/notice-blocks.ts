import type { Words } from '#platform/i18n/words.ts';
import type {
  ApologyContent,
  PaperParty,
  PaperProcedure,
  PaperSigner,
  PaymentNoticeContent,
  StopNoticeContent,
} from '../rules/content.ts';
import { applicantLines, type Block, facts, type MaybeLine, momentText, procedureLine } from './block.ts';

interface Headed {
  readonly number: string;
  readonly dossierNumber: string | null;
  readonly applicant: PaperParty;
  readonly procedure: PaperProcedure;
}

function headLines(t: Words, { number, dossierNumber, applicant, procedure }: Headed): MaybeLine[] {
  return [
    [t('documents.field.number'), number],
    [t('documents.field.dossier-number'), dossierNumber],
    ...applicantLines(t, applicant),
    procedureLine(t, procedure),
  ];
}

function signerLine(t: Words, { onBehalf, title, name }: PaperSigner): MaybeLine {
  return [t('documents.field.signer'), [onBehalf, title, name].filter(Boolean).join(', ')];
}

export function apologyBlocks(t: Words, content: ApologyContent): Block[] {
  return [
    facts(
      ...headLines(t, content),
      [t('documents.field.received-at'), momentText(t, content.receivedAt)],
      [t('documents.field.was-due-at'), momentText(t, content.dueAt)],
      [t('documents.field.handling-office'), content.handlingOffice],
    ),
    { kind: 'list', title: t('documents.field.delay-reasons'), items: content.reasons },
    { kind: 'text', text: t('documents.apology-paper.says', { office: content.office }) },
    facts(
      [t('documents.field.new-date'), momentText(t, content.newDate)],
      [t('documents.field.extensions'), content.extensions ?? null],
      [t('documents.field.return-place'), content.returnPlace],
      [t('documents.field.contact'), content.contact],
      signerLine(t, content.signer),
    ),
  ];
}

export function stopNoticeBlocks(t: Words, content: StopNoticeContent): Block[] {
  return [
    facts(
      ...headLines(t, content),
      [t('documents.field.received-at'), content.receivedAt && momentText(t, content.receivedAt)],
      [t('documents.field.stage'), content.stage],
    ),
    { kind: 'text', text: t('documents.stop-paper.says', { office: content.office }) },
    { kind: 'list', title: t('documents.field.reasons'), items: content.reasons },
    facts(
      [t('documents.field.basis'), content.basis],
      [t('documents.field.fee-paid'), content.fee],
      [t('documents.field.guidance'), content.guidance],
      [t('documents.field.contact'), content.contact],
      signerLine(t, content.signer),
    ),
  ];
}

export function paymentNoticeBlocks(t: Words, content: PaymentNoticeContent): Block[] {
  return [
    facts(
      ...headLines(t, content),
      [
        t('documents.field.amount'),
        t('documents.amount', { amount: content.amount, words: content.amountInWords }),
      ],
      [t('documents.field.basis'), content.basis],
    ),
    ...(content.reasons.length > 0
      ? [{ kind: 'list' as const, title: t('documents.field.note'), items: content.reasons }]
      : []),
    { kind: 'text', text: t('documents.payment-paper.says') },
    facts(
      [t('documents.field.contact'), content.contact],
      [t('documents.field.guiding-officer'), content.officer.name],
    ),
  ];
}
