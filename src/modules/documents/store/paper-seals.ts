import type { Queries } from '#platform/db/database.ts';

/** The salted digests of what these papers say. */
export async function listPaperDigests(q: Queries, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .selectFrom('documents.paper')
    .where('id', 'in', ids)
    .select(['id', 'content_sha256'])
    .execute();
  return new Map(rows.map((row) => [row.id, row.content_sha256]));
}

export interface PaperSealRow {
  readonly id: string;
  readonly subjectId: string;
  readonly sha256: string;
  /** What it says was destroyed by law. */
  readonly erased: boolean;
}

/** The papers of many subjects, without what they say: to be compared with the histories. */
export async function listPaperSeals(q: Queries, subjectIds: readonly string[]): Promise<PaperSealRow[]> {
  const rows = await q
    .selectFrom('documents.paper')
    .where('subject_id', 'in', subjectIds)
    .select(['id', 'subject_id', 'content_sha256', 'erased_at'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    sha256: row.content_sha256,
    erased: row.erased_at !== null,
  }));
}
