import type { Words } from '#platform/i18n/words.ts';
import type { ControlSlipContent } from '../rules/content.ts';
import { applicantLines, type Block, facts, momentText, papersBlock, procedureLine } from './block.ts';

export function controlSlipBlocks(t: Words, content: ControlSlipContent): Block[] {
  return [
    facts(
      [t('documents.field.dossier-number'), content.dossierNumber],
      procedureLine(t, content.procedure),
      ...applicantLines(t, content.applicant),
      [t('documents.field.owner'), content.owner?.name ?? null],
      [t('documents.field.owner-address'), content.owner?.address ?? null],
      [t('documents.field.received-at'), momentText(t, content.receivedAt)],
      [t('documents.field.limit'), content.limit],
      [
        t('documents.field.due-at'),
        content.dueAt ? momentText(t, content.dueAt) : t('documents.due.announced'),
      ],
      [t('documents.field.sets'), String(content.sets)],
    ),
    ...papersBlock(t, content.papers),
    handOverBlock(t, content),
    ...resultBlock(t, content),
  ];
}

function handOverBlock(t: Words, { handOvers }: ControlSlipContent): Block {
  if (handOvers.length === 0) return { kind: 'text', text: t('documents.hand-over.none') };
  return {
    kind: 'table',
    caption: t('documents.hand-over.title'),
    heads: [...sides(t), t('documents.hand-over.timeliness'), t('documents.papers.note')],
    rows: handOvers.map((row) => [
      side(row.from, row.handedBy),
      side(row.to, row.receivedBy),
      row.at ? momentText(t, row.at) : '',
      row.timeliness ? t(`documents.timeliness.${row.timeliness}`) : '',
      row.note ?? '',
    ]),
  };
}

function resultBlock(t: Words, { resultHandOvers }: ControlSlipContent): Block[] {
  if (resultHandOvers.length === 0) return [{ kind: 'text', text: t('documents.hand-over.no-result') }];
  return [
    {
      kind: 'table',
      caption: t('documents.hand-over.result-title'),
      heads: [...sides(t), t('documents.hand-over.result'), t('documents.papers.note')],
      rows: resultHandOvers.map((row) => [
        side(row.from, row.handedBy),
        side(row.to, row.receivedBy),
        row.at ? momentText(t, row.at) : '',
        row.result,
        row.note ?? '',
      ]),
    },
  ];
}

function sides(t: Words): string[] {
  return [t('documents.hand-over.from'), t('documents.hand-over.to'), t('documents.hand-over.at')];
}

function side(office: string, person: string | null): string {
  return person ? `${office} (${person})` : office;
}
