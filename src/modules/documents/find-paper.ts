import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { PaperContents, PaperPurpose, Regime, VoidReason } from './rules/content.ts';
import { findStoredPaper, listPapersOf, type StoredPaper } from './store/papers.ts';
import { listSignatures, type SignatureRow } from './store/signatures.ts';

export interface PaperSignature {
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  /** For whom, by which decision; null: in one's own right. */
  readonly basis: string | null;
  readonly signedAt: Instant;
}

/** A purpose together with what such a paper says; null content once it was erased by law. */
export type PaperSays = {
  [P in PaperPurpose]: { readonly purpose: P; readonly content: PaperContents[P] | null };
}[PaperPurpose];

export interface PaperFacts {
  readonly id: string;
  readonly regime: Regime;
  readonly number: string | null;
  readonly officeId: string;
  readonly subjectId: string;
  readonly frozenAt: Instant;
  readonly contentSha256: string;
  readonly voidAt: Instant | null;
  readonly voidReason: VoidReason | null;
  /** The signed PDF has been made. */
  readonly signedPdf: boolean;
}

export type Paper = PaperFacts &
  PaperSays & {
    readonly formNumber: string | null;
    readonly signatures: readonly PaperSignature[];
  };

/** A paper as data: the same content as its PDF. */
export async function findPaper(q: Queries, paperId: string): Promise<Paper | undefined> {
  const stored = await findStoredPaper(q, paperId);
  return stored && asPaper(stored, await listSignatures(q, paperId));
}

/** The papers of a dossier in the order of their making, without what they say. */
export async function listPapers(
  q: Queries,
  subjectId: string,
): Promise<(PaperFacts & { readonly purpose: PaperPurpose })[]> {
  const rows = await listPapersOf(q, subjectId);
  return rows.map((row) => ({ ...facts(row), purpose: row.purpose as PaperPurpose }));
}

function facts(row: StoredPaper['row']): PaperFacts {
  return {
    id: row.id,
    regime: row.regime as Regime,
    number: row.number,
    officeId: row.office_id,
    subjectId: row.subject_id,
    frozenAt: row.frozen_at,
    contentSha256: row.content_sha256,
    voidAt: row.void_at,
    voidReason: row.void_reason as VoidReason | null,
    signedPdf: row.signed_pdf_sha256 !== null,
  };
}

function asPaper({ row, formNumber, kept }: StoredPaper, signatures: readonly SignatureRow[]): Paper {
  // The purpose of a row and its content were written together by freezePaper.
  const says = { purpose: row.purpose, content: kept?.content ?? null } as PaperSays;
  return {
    ...facts(row),
    ...says,
    formNumber,
    signatures: signatures.map(({ name, title, organisation, basis, signed_at }) => ({
      name,
      title,
      organisation,
      basis,
      signedAt: signed_at,
    })),
  };
}
