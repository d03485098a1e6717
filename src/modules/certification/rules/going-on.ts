import type { Dossier, FiledPaper } from '#modules/dossiers/index.ts';
import { type Fields, MOST_DOCUMENTS, textOf } from './fields.ts';
import { knownFields } from './first-fields.ts';

/** A dossier that was submitted and is gone on with, as the page shows it. */
export interface GoingOn {
  readonly number: string;
  readonly seenSeq: number;
}

/** `<reference>~<length of its history>`, as a hidden field says it. */
export function goingOnOf(fields: Fields): GoingOn | null {
  const [, number, seq] = /^([\w.-]{1,60})~(\d{1,6})$/.exec(textOf(fields, 'existing')) ?? [];
  return number && seq ? { number, seenSeq: Number(seq) } : null;
}

/** The page as it was filed: who asks, which documents, what they said. */
export function fieldsOfDossier({ reference, seq, filing, personal }: Dossier): Fields {
  const [party] = personal?.applicants ?? [];
  const named = (personal?.papers ?? []).filter((paper) => paper.key === null).slice(0, MOST_DOCUMENTS);
  const documents = named.flatMap(({ name, photocopies }, index) => [
    [`documents.${index}.name`, name],
    [`documents.${index}.copies`, String(Math.max(1, photocopies))],
  ]);
  return {
    code: filing.procedure.code,
    existing: `${reference}~${seq}`,
    ...(party ? knownFields(party) : {}),
    ...(filing.procedure.caseKey ? { case: filing.procedure.caseKey } : {}),
    ...(personal?.note ? { note: personal.note } : {}),
    ...Object.fromEntries(documents),
  };
}

/** What was sent with it stays: each file with its paper. */
export function withFiles(papers: readonly FiledPaper[], sent: readonly FiledPaper[]): FiledPaper[] {
  const withFile = sent.filter((paper) => paper.files.length > 0);
  const isSame = (a: FiledPaper, b: FiledPaper) => (a.key === null ? a.name === b.name : a.key === b.key);
  const kept = papers.map((paper) => ({
    ...paper,
    files: withFile.find((one) => isSame(one, paper))?.files ?? paper.files,
  }));
  return [...kept, ...withFile.filter((one) => !papers.some((paper) => isSame(one, paper)))];
}
