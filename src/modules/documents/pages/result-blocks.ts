import type { Words } from '#platform/i18n/words.ts';
import type { ResultContent } from '../rules/content.ts';
import { type Block, facts, procedureLine } from './block.ts';

export function resultBlocks(t: Words, content: ResultContent): Block[] {
  const blocks: Block[] = [
    ...(content.about ? [{ kind: 'text' as const, text: content.about }] : []),
    facts(
      [t('documents.field.number'), content.number],
      [t('documents.field.dossier-number'), content.dossierNumber],
      procedureLine(t, content.procedure),
      [t('documents.field.applicant'), content.applicant.name],
      [t('documents.field.id-number'), content.applicant.idNumber],
      [t('documents.field.address'), content.applicant.address],
      [t('documents.field.outcome'), t(`documents.outcome.${content.outcome}`)],
    ),
    { kind: 'list', title: t('documents.field.legal-basis'), items: content.legalBasis },
    ...content.body.map((text) => ({ kind: 'text' as const, text })),
    facts(...content.details.map(({ label, value }) => [label, value] as const)),
    { kind: 'list', title: t('documents.field.reasons'), items: content.reasons },
    facts([t('documents.field.guidance'), content.guidance]),
    { kind: 'list', title: t('documents.field.recipients'), items: content.recipients },
    facts(
      [t('documents.field.on-behalf'), content.signer.onBehalf],
      [t('documents.field.signer-title'), content.signer.title],
      [t('documents.field.signer'), content.signer.name],
    ),
  ];
  return blocks.filter((block) => block.kind !== 'list' || block.items.length > 0);
}
