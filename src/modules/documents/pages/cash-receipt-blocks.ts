import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { CashReceiptContent } from '../rules/content.ts';
import { type Block, facts, momentText, procedureLine } from './block.ts';

export function cashReceiptBlocks(t: Words, content: CashReceiptContent): Block[] {
  const { payer, exemption, total, totalInWords } = content;
  return [
    facts(
      [t('documents.field.number'), content.number],
      [t('documents.field.payer'), payer.name],
      [t('documents.field.address'), payer.address],
      [t('documents.field.dossier-number'), content.dossierNumber],
      procedureLine(t, content.procedure),
    ),
    linesBlock(t, content),
    facts(
      [
        t('documents.field.exempted'),
        exemption &&
          t('documents.cash.exempted', {
            amount: formatDong(dong(exemption.amount)),
            name: exemption.name,
          }),
      ],
      [t('documents.field.total'), formatDong(dong(total))],
      [t('documents.field.in-words'), totalInWords],
      [t('documents.field.method'), t(`documents.cash.method-${content.method}`)],
      [t('documents.field.paid-at'), momentText(t, content.paidAt)],
      [t('documents.field.collector'), content.officer.name],
    ),
  ];
}

function linesBlock(t: Words, { lines }: CashReceiptContent): Block {
  return {
    kind: 'table',
    caption: t('documents.cash.lines'),
    heads: [
      t('documents.papers.number'),
      t('documents.cash.what'),
      t('documents.cash.quantity'),
      t('documents.cash.amount'),
      t('documents.cash.basis'),
    ],
    rows: lines.map((line, index) => [
      String(index + 1),
      line.what,
      line.quantity,
      formatDong(dong(line.amount)),
      line.basis ?? '',
    ]),
  };
}
