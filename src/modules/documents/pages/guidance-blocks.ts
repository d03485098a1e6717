import type { Words } from '#platform/i18n/words.ts';
import type { CompletionRequestContent, RefusalContent } from '../rules/content.ts';
import { applicantLines, type Block, dayText, facts, papersBlock, procedureLine } from './block.ts';

export function completionRequestBlocks(t: Words, content: CompletionRequestContent): Block[] {
  return [
    facts(
      [t('documents.field.number'), content.number],
      [t('documents.field.dossier-number'), content.dossierNumber],
      ...applicantLines(t, content.applicant),
      procedureLine(t, content.procedure),
      [t('documents.field.stage'), content.stage ?? null],
    ),
    ...papersBlock(t, content.papers),
    { kind: 'list', title: t('documents.field.reasons'), items: content.reasons },
    facts(
      [t('documents.field.basis'), content.basis],
      [t('documents.field.respond-by'), content.respondBy && dayText(content.respondBy)],
      [t('documents.field.contact'), content.contact],
      [t('documents.field.guiding-officer'), content.officer.name],
    ),
  ];
}

export function refusalBlocks(t: Words, content: RefusalContent): Block[] {
  return [
    facts(
      [t('documents.field.number'), content.number],
      [t('documents.field.dossier-number'), content.dossierNumber],
      ...applicantLines(t, content.applicant),
      procedureLine(t, content.procedure),
    ),
    { kind: 'text', text: t('documents.refusal-paper.says', { office: content.office }) },
    { kind: 'list', title: t('documents.field.reasons'), items: content.reasons },
    facts(
      [t('documents.field.basis'), content.basis],
      [t('documents.field.guidance'), content.guidance],
      [t('documents.field.contact'), content.contact],
      [t('documents.field.submitter'), content.submitterName],
      [t('documents.field.receiver'), content.officer.name],
    ),
  ];
}
