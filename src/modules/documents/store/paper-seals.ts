import type { Queries, Tx } from '#platform/db/database.ts';

/** What of a frozen paper is signed, and goes into the history of its dossier. */
export interface FrozenPaper {
  readonly number: string | null;
  readonly contentSha256: string;
}

const frozen = new WeakMap<object, Map<string, FrozenPaper>>();

/** What a transaction has frozen itself need not be asked back. */
export function noteFrozen(tx: Tx, paperId: string, paper: FrozenPaper): void {
  const known = frozen.get(tx) ?? new Map<string, FrozenPaper>();
  frozen.set(tx, known.set(paperId, paper));
}

/** Undefined: not a paper that this transaction has frozen. */
export function frozenHere(q: Queries, paperId: string): FrozenPaper | undefined {
  return frozen.get(q)?.get(paperId);
}

/** The salted digests of what these papers say. */
export async function listPaperDigests(q: Queries, ids: readonly string[]): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const id of ids) {
    const known = frozenHere(q, id);
    if (known) digests.set(id, known.contentSha256);
  }
  const others = ids.filter((id) => !digests.has(id));
  if (others.length === 0) return digests;
  const rows = await q
    .selectFrom('documents.paper')
    .where('id', 'in', others)
    .select(['id', 'content_sha256'])
    .execute();
  for (const row of rows) digests.set(row.id, row.content_sha256);
  return digests;
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
