import type { Words } from '#platform/i18n/words.ts';
import type { CertificationWordsContent } from '../rules/content.ts';
import { type Block, facts, momentText } from './block.ts';

export function certificationWordsBlocks(t: Words, content: CertificationWordsContent): Block[] {
  return content.items.flatMap((item): Block[] => [
    facts(
      [t('documents.certification.heading'), item.heading],
      [t('documents.certification.document'), item.document],
      [t('documents.certification.number'), item.number],
      [t('documents.certification.book'), item.book],
      [t('documents.field.dossier-number'), content.dossierNumber],
      [t('documents.certification.entered'), momentText(t, item.enteredAt)],
    ),
    ...(item.text ? [{ kind: 'text' as const, text: item.text }] : []),
  ]);
}
