import type { RequiredPaper } from '#modules/catalogue/index.ts';
import type { AttachedFile, FiledPaper } from '#modules/dossiers/index.ts';
import { type Fields, isTicked, prefixesOf, textOf } from './fields.ts';
import { longest, type Problems, readCount, readText } from './problems.ts';
import type { Need } from './read-party.ts';

/** Scans by paper: the key of the tick-list, or `extra.0`. */
export type FilesByPaper = Readonly<Record<string, readonly AttachedFile[]>>;

export interface PapersQuestion {
  readonly fields: Fields;
  /** Of the chosen case. */
  readonly required: readonly RequiredPaper[];
  readonly files: FilesByPaper;
  readonly need: Need;
}

export interface Counts {
  readonly way: 'submit' | 'show';
  readonly originals: number;
  readonly certifiedCopies: number;
  readonly photocopies: number;
}

/** What the catalogue asks for; a copy is a certified one until the clerk says otherwise. */
export function askedCounts(paper: RequiredPaper): Counts {
  return {
    way: paper.kind === 'show' ? 'show' : 'submit',
    originals: paper.originals,
    certifiedCopies: paper.copies,
    photocopies: 0,
  };
}

const none: Counts = { way: 'submit', originals: 1, certifiedCopies: 0, photocopies: 0 };

/** The ticked papers and the ones typed besides. Problems: what the case requires and is not there. */
export function readPapers(question: PapersQuestion, problems: Problems): FiledPaper[] {
  const { fields, required, files, need } = question;
  const listed = required.flatMap((paper) => {
    const prefix = `papers.${paper.key}`;
    if (!isTicked(fields, `${prefix}.there`)) {
      if (need === 'all' && paper.required)
        problems.add(`${prefix}.there`, 'counter/paper-missing', { name: paper.name });
      return [];
    }
    const counts = readCounts(fields, prefix, askedCounts(paper), problems);
    const attached = files[paper.key] ?? [];
    if (isNothing(counts) && attached.length === 0 && paper.kind !== 'e-form')
      problems.add(`${prefix}.originals`, 'counter/paper-without-count', { name: paper.name });
    return [{ key: paper.key, name: paper.name, ...counts, files: attached }];
  });
  return [...listed, ...readExtraPapers(question, problems)];
}

function readExtraPapers({ fields, files, need }: PapersQuestion, problems: Problems): FiledPaper[] {
  return prefixesOf(fields, 'extra').flatMap((prefix) => {
    const name = readText(problems, `${prefix}.name`, textOf(fields, `${prefix}.name`), longest.paper);
    const attached = files[prefix] ?? [];
    if (!name && attached.length === 0) return [];
    if (!name) problems.add(`${prefix}.name`, 'counter/paper-name-missing');
    const counts = readCounts(fields, prefix, none, problems);
    if (need === 'all' && name && isNothing(counts) && attached.length === 0)
      problems.add(`${prefix}.originals`, 'counter/paper-without-count', { name });
    return [{ key: null, name, ...counts, files: attached }];
  });
}

export function readCounts(fields: Fields, prefix: string, asked: Counts, problems: Problems): Counts {
  const way = textOf(fields, `${prefix}.way`);
  const count = (name: string, empty: number) =>
    readCount(problems, `${prefix}.${name}`, textOf(fields, `${prefix}.${name}`), {
      least: 0,
      most: 999,
      empty,
    });
  return {
    way: way === 'submit' || way === 'show' ? way : asked.way,
    originals: count('originals', asked.originals),
    certifiedCopies: count('certified', asked.certifiedCopies),
    photocopies: count('photocopies', asked.photocopies),
  };
}

/** Something that is only shown may leave nothing behind. */
function isNothing({ way, originals, certifiedCopies, photocopies }: Counts): boolean {
  return way === 'submit' && originals + certifiedCopies + photocopies === 0;
}
