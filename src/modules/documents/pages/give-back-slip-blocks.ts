import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { GiveBackSlipContent } from '../rules/content.ts';
import { type Block, facts, momentText, procedureLine } from './block.ts';

export function giveBackSlipBlocks(t: Words, content: GiveBackSlipContent): Block[] {
  const { payer } = content;
  const money = (amount: number) => formatDong(dong(amount));
  return [
    facts(
      [t('documents.field.number'), content.number],
      [t('documents.give-back.payer'), payer.name],
      [t('documents.field.address'), payer.address],
      [t('documents.field.dossier-number'), content.dossierNumber],
      procedureLine(t, content.procedure),
      [t('documents.give-back.receipt'), content.receiptNumber],
      [t('documents.give-back.reason'), content.reason],
    ),
    facts(
      [t('documents.give-back.paid'), money(content.paid)],
      [t('documents.give-back.before'), money(content.givenBackBefore)],
      [t('documents.give-back.amount'), money(content.amount)],
      [t('documents.field.in-words'), content.amountInWords],
      [t('documents.give-back.remains'), money(content.remains)],
      [t('documents.give-back.method'), t(`documents.cash.method-${content.method}`)],
      [t('documents.give-back.at'), momentText(t, content.givenAt)],
      [t('documents.give-back.officer'), content.officer.name],
    ),
    {
      kind: 'text',
      text: t(content.remains > 0 ? 'documents.give-back.stands' : 'documents.give-back.void'),
    },
  ];
}
