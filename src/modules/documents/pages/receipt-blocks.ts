import type { Words } from '#platform/i18n/words.ts';
import type { ReceiptContent } from '../rules/content.ts';
import {
  applicantLines,
  type Block,
  facts,
  type MaybeLine,
  momentText,
  papersBlock,
  procedureLine,
} from './block.ts';

export function receiptBlocks(t: Words, content: ReceiptContent): Block[] {
  return [
    facts(
      [t('documents.field.dossier-number'), content.dossierNumber],
      [t('documents.field.receiving-office'), content.office],
      ...applicantLines(t, content.applicant),
      [t('documents.field.channel'), content.channel],
      [t('documents.field.other-applicants'), content.otherApplicants.join(', ')],
      ...authorisedLines(t, content),
      procedureLine(t, content.procedure),
      [t('documents.field.case'), content.caseName],
      [t('documents.field.owner'), content.owner?.name ?? null],
      [t('documents.field.owner-address'), content.owner?.address ?? null],
      [t('documents.field.fee'), content.fee],
      [t('documents.field.fee-method'), content.feeMethod],
    ),
    ...papersBlock(t, content.papers),
    facts(...timeLines(t, content)),
    { kind: 'text', text: t('documents.receipt.bring') },
    facts(
      [t('documents.field.submitter'), content.submitterName],
      [t('documents.field.receiver'), content.receiver.name],
    ),
  ];
}

function authorisedLines(t: Words, { authorised }: ReceiptContent): MaybeLine[] {
  if (!authorised) return [];
  return [
    [t('documents.field.authorised'), authorised.name],
    [t('documents.field.authorised-id'), authorised.idNumber],
    [t('documents.field.authorised-address'), authorised.address],
    [t('documents.field.authorised-phone'), authorised.phone],
    [t('documents.field.authorised-email'), authorised.email],
  ];
}

function timeLines(t: Words, content: ReceiptContent): MaybeLine[] {
  return [
    [t('documents.field.sets'), String(content.sets)],
    [t('documents.field.limit'), content.limit],
    [t('documents.field.received-at'), momentText(t, content.receivedAt)],
    [
      t('documents.field.due-at'),
      content.dueAt ? momentText(t, content.dueAt) : t('documents.due.announced'),
    ],
    [t('documents.field.lookup'), content.lookup],
    [t('documents.field.return-by'), t(`documents.return.${content.returnBy}`)],
    [t('documents.field.return-place'), content.returnPlace],
    [t('documents.field.return-address'), content.returnAddress],
    [t('documents.field.note'), content.note],
  ];
}
