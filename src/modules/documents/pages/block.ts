import type { CivilDate } from '#kernel/civil-date.ts';
import { dateOf, formatCivilDate, timeOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { PaperParty, PaperProcedure, PaperRow } from '../rules/content.ts';

/** A paper as HTML is a sequence of these; what is null or empty is left out, as on the printed paper. */
export type Block =
  | { readonly kind: 'facts'; readonly facts: readonly Line[] }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'text'; readonly text: string };

export interface Line {
  readonly label: string;
  readonly value: string;
}

export type MaybeLine = readonly [label: string, value: string | null];

export function facts(...lines: readonly MaybeLine[]): Block {
  const kept = lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  return { kind: 'facts', facts: kept };
}

export function momentText(t: Words, moment: Instant): string {
  return t('documents.moment', { time: timeOf(moment), date: formatCivilDate(dateOf(moment)) });
}

export function dayText(day: CivilDate): string {
  return formatCivilDate(day);
}

export function applicantLines(t: Words, party: PaperParty): MaybeLine[] {
  return [
    [t('documents.field.applicant'), party.name],
    [t('documents.field.id-number'), party.idNumber],
    [t('documents.field.address'), party.address],
    [t('documents.field.phone'), party.phone],
    [t('documents.field.email'), party.email],
  ];
}

export function procedureLine(t: Words, { name, code }: PaperProcedure): MaybeLine {
  return [t('documents.field.procedure'), t('documents.procedure', { name, code })];
}

export function papersBlock(t: Words, papers: readonly PaperRow[]): Block[] {
  if (papers.length === 0) return [];
  const noted = papers.some(({ note }) => note);
  const heads = [
    t('documents.papers.number'),
    t('documents.papers.name'),
    t('documents.papers.originals'),
    t('documents.papers.certified-copies'),
    t('documents.papers.photocopies'),
    ...(noted ? [t('documents.papers.note')] : []),
  ];
  const rows = papers.map((paper, index) => [
    String(index + 1),
    paper.name,
    ...[paper.originals, paper.certifiedCopies, paper.photocopies].map((n) => (n === 0 ? '–' : String(n))),
    ...(noted ? [paper.note ?? ''] : []),
  ]);
  return [{ kind: 'table', caption: t('documents.papers.title'), heads, rows }];
}
