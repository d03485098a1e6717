import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import { send } from '#platform/db/sent.ts';
import type { PaperContent, PaperPurpose, Regime, VoidReason } from '../rules/content.ts';
import { noteFrozen } from './paper-seals.ts';

type PaperRow = Selectable<DB['documents.paper']>;

export interface StoredPaper {
  readonly row: PaperRow;
  readonly templateFile: string;
  readonly formNumber: string | null;
  /** Null when the content was erased by law. */
  readonly kept: { readonly salt: Buffer; readonly content: PaperContent } | null;
}

/** The newest template in force on the day. */
export async function getTemplateVersion(
  q: Queries,
  purpose: PaperPurpose,
  regime: Regime,
  on: CivilDate,
): Promise<number> {
  const template = await q
    .selectFrom('documents.template_version')
    .select('version')
    .where('purpose', '=', purpose)
    .where('regime', '=', regime)
    .where('valid_from', '<=', on)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!template) throw new Error(`no template for ${purpose} of ${regime} on ${on}`);
  return template.version;
}

/** The same, asked by the statement that writes the paper: a purpose without a template fails there. */
export function templateInForce(purpose: PaperPurpose, regime: Regime, on: CivilDate): RawBuilder<number> {
  return sql`(select max(version) from documents.template_version
    where purpose = ${purpose} and regime = ${regime} and valid_from <= ${on}::date)`;
}

export interface NewPaper<Version> {
  readonly id: string;
  readonly purpose: PaperPurpose;
  readonly regime: Regime;
  readonly templateVersion: Version;
  readonly officeId: string;
  readonly subjectId: string;
  readonly number: string | null;
  readonly language: string;
  readonly frozenAt: Instant;
  readonly contentSha256: string;
  readonly salt: Uint8Array;
  /** JSON text. */
  readonly content: string;
}

/** What it is and what it says lie apart: the second can be destroyed by law. */
export function paperRows<Version>(paper: NewPaper<Version>) {
  return {
    paper: {
      id: paper.id,
      purpose: paper.purpose,
      regime: paper.regime,
      template_version: paper.templateVersion,
      office_id: paper.officeId,
      subject_id: paper.subjectId,
      number: paper.number,
      language: paper.language,
      content_sha256: paper.contentSha256,
      frozen_at: paper.frozenAt,
    },
    content: { paper_id: paper.id, salt: Buffer.from(paper.salt), content: paper.content },
  };
}

type NewRows = ReturnType<typeof paperRows<number | RawBuilder<number>>>;

export async function insertPaper(tx: Tx, rows: NewRows): Promise<void> {
  const { id, number, content_sha256: contentSha256 } = rows.paper;
  noteFrozen(tx, id, { number, contentSha256 });
  await send(tx, tx.insertInto('documents.paper').values(rows.paper));
  await send(tx, tx.insertInto('documents.paper_content').values(rows.content));
}

export async function findStoredPaper(q: Queries, paperId: string): Promise<StoredPaper | undefined> {
  const [paper] = await selectStored(q).where('p.id', '=', paperId).execute();
  return paper && asStored(paper);
}

/** In the order of their making, a page at a time: `after` is the last id of the page before. */
export async function listStoredPapers(q: Queries, after: string, limit: number): Promise<StoredPaper[]> {
  const papers = await selectStored(q).where('p.id', '>', after).orderBy('p.id').limit(limit).execute();
  return papers.map(asStored);
}

function selectStored(q: Queries) {
  return q
    .selectFrom('documents.paper as p')
    .innerJoin('documents.template_version as t', (join) =>
      join
        .onRef('t.purpose', '=', 'p.purpose')
        .onRef('t.regime', '=', 'p.regime')
        .onRef('t.version', '=', 'p.template_version'),
    )
    .leftJoin('documents.paper_content as c', 'c.paper_id', 'p.id')
    .selectAll('p')
    .select(['t.file', 't.form_number', 'c.salt', 'c.content']);
}

type StoredRow = Awaited<ReturnType<ReturnType<typeof selectStored>['execute']>>[number];

function asStored({ file, form_number, salt, content, ...row }: StoredRow): StoredPaper {
  return {
    row,
    templateFile: file,
    formNumber: form_number,
    kept: salt && content ? { salt, content: content as unknown as PaperContent } : null,
  };
}

export type PdfColumn = 'pdf_sha256' | 'signed_pdf_sha256';

/** Locks a paper that has been drawn: the address of the rendering that is kept already, and whether it may be. */
export async function lockRendering(
  tx: Tx,
  paperId: string,
  column: PdfColumn,
): Promise<{ readonly kept: string | null; readonly erased: boolean }> {
  const row = await tx
    .selectFrom('documents.paper')
    .select([column, 'erased_at'])
    .where('id', '=', paperId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { kept: row[column], erased: row.erased_at !== null };
}

export async function keepRendering(
  tx: Tx,
  paperId: string,
  column: PdfColumn,
  sha256: string,
): Promise<void> {
  await tx
    .updateTable('documents.paper')
    .set({ [column]: sha256 })
    .where('id', '=', paperId)
    .execute();
}

/** Voids a paper and its number in the register; false when it was void before. */
export async function markVoid(tx: Tx, paperId: string, at: Instant, reason: VoidReason): Promise<boolean> {
  const paper = await tx
    .updateTable('documents.paper')
    .set({ void_at: at, void_reason: reason })
    .where('id', '=', paperId)
    .where('void_at', 'is', null)
    .executeTakeFirst();
  await tx
    .updateTable('documents.register_entry')
    .set({ void_at: at, void_reason: reason })
    .where('paper_id', '=', paperId)
    .where('void_at', 'is', null)
    .execute();
  return paper.numUpdatedRows === 1n;
}

export function listPapersOf(q: Queries, subjectId: string): Promise<PaperRow[]> {
  return q
    .selectFrom('documents.paper')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('frozen_at')
    .orderBy('id')
    .execute();
}

/** Destroys what the papers of a subject say; answers the addresses of the bytes to destroy. */
export async function erasePaperContents(tx: Tx, subjectId: string, at: Instant): Promise<string[]> {
  const { rows } = await sql<{ kept: string }>`
    select erase_papers as kept from documents.erase_papers(${subjectId}, ${at})`.execute(tx);
  return rows.map((row) => row.kept);
}

export interface UncheckedTemplate {
  readonly purpose: string;
  readonly regime: string;
  readonly version: number;
  readonly formNumber: string | null;
  readonly basis: string;
}

/** Layouts of papers that nobody has compared with the official form. */
export function listUncheckedTemplates(q: Queries): Promise<UncheckedTemplate[]> {
  return q
    .selectFrom('documents.template_version')
    .select(['purpose', 'regime', 'version', 'form_number as formNumber', 'basis'])
    .where('layout_unverified', '=', true)
    .orderBy('regime')
    .orderBy('form_number')
    .orderBy('purpose')
    .execute();
}
