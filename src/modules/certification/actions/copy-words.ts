import { type CertificationWordsContent, findPaper, listPapers } from '#modules/documents/index.ts';
import type { Queries } from '#platform/db/database.ts';

export interface CopyWords {
  readonly content: CertificationWordsContent;
  readonly item: CertificationWordsContent['items'][number];
}

/** The words that were frozen with the number of a document; undefined: none were, or they have been erased. */
export async function findItem(
  q: Queries,
  { dossierId, ordinal }: { readonly dossierId: string; readonly ordinal: number },
): Promise<CopyWords | undefined> {
  const papers = await listPapers(q, dossierId);
  const words = papers.find((paper) => paper.purpose === 'certification-words' && paper.voidAt === null);
  const paper = words && (await findPaper(q, words.id));
  if (paper?.purpose !== 'certification-words') return undefined;
  const item = paper.content?.items[ordinal - 1];
  return paper.content && item ? { content: paper.content, item } : undefined;
}
