import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { addressOf, type FileStore } from '#platform/files/file-store.ts';
import { appendScans } from '#platform/papers/append-scans.ts';
import { qrSvg } from '#platform/papers/qr.ts';
import type { PaperRenderer } from '#platform/papers/renderer.ts';
import { signPdf } from '#platform/papers/sign.ts';
import type { SigningKeys } from '#platform/papers/signing-keys.ts';
import { passing } from '#platform/passing.ts';
import type { PaperContent } from '../rules/content.ts';
import { lockContent } from '../store/content-lock.ts';
import {
  findStoredPaper,
  keepRendering,
  lockRendering,
  type PdfColumn,
  type StoredPaper,
} from '../store/papers.ts';
import { listSignatures, type SignatureRow } from '../store/signatures.ts';

export interface PaperDeps {
  readonly db: Database;
  readonly renderer: PaperRenderer;
  readonly files: FileStore;
  readonly signingKeys: SigningKeys;
  readonly machineMs: () => number;
}

export interface RenderedPaper {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly mediaType: 'application/pdf';
  /** Without personal data. */
  readonly fileName: string;
}

/**
 * The PDF of a paper. The first opening draws it and keeps the bytes, which never change again. A signed
 * paper comes with its PAdES signatures (made now if the job has not made them yet).
 */
export async function renderPaper(deps: PaperDeps, paperId: string): Promise<Outcome<RenderedPaper>> {
  const paper = await findStoredPaper(deps.db, paperId);
  if (!paper) return refused('documents/not-found');
  const keptAt = paper.row.signed_pdf_sha256 ?? paper.row.pdf_sha256;
  if (keptAt !== null) return accepted(rendered(paper, await deps.files.read(keptAt), keptAt));
  if (!paper.kept) return refused('documents/paper-erased');
  const signatures = paper.row.void_at ? [] : await listSignatures(deps.db, paperId);
  const drawn = await draw(deps, paper, signatures);
  const whole = await withScans(deps, drawn, paper.kept.content);
  const bytes = await signAll(deps, whole, signatures);
  passing('documents/drawn');
  const column = signatures.length > 0 ? 'signed_pdf_sha256' : 'pdf_sha256';
  const kept = await keepFirst(deps, paperId, column, bytes);
  if (kept === null) return refused('documents/paper-erased'); // by law, while it was being drawn
  return accepted(rendered(paper, kept === addressOf(bytes) ? bytes : await deps.files.read(kept), kept));
}

/** Of two openings at the same moment one keeps its drawing; not a byte of the other's is written. */
function keepFirst(
  deps: PaperDeps,
  paperId: string,
  column: PdfColumn,
  bytes: Uint8Array,
): Promise<string | null> {
  return inTransaction(deps.db, async (tx) => {
    const rendering = await lockRendering(tx, paperId, column);
    if (rendering.erased || rendering.kept !== null) return rendering.kept;
    const sha256 = addressOf(bytes);
    await lockContent(tx, sha256, 'keep');
    await deps.files.put(bytes);
    await keepRendering(tx, paperId, column, sha256);
    passing('documents/drawing-kept');
    return sha256;
  });
}

/** For the job after a decision; may run twice. */
export async function signPaperPdf(deps: PaperDeps, paperId: string): Promise<void> {
  await renderPaper(deps, paperId);
}

function draw(
  { renderer }: PaperDeps,
  { row, templateFile, kept }: StoredPaper,
  [signature]: readonly SignatureRow[],
): Promise<Uint8Array> {
  const content = kept?.content;
  return renderer.render(templateFile, {
    content,
    qr: content?.link ? qrSvg(content.link) : null,
    void: row.void_at !== null,
    signature: signature
      ? {
          name: signature.name,
          title: signature.title,
          organisation: signature.organisation,
          basis: signature.basis,
          signedAt: signature.signed_at,
        }
      : null,
  });
}

/** Behind the words of an electronic copy comes what was scanned of it. */
async function withScans(
  { files }: PaperDeps,
  drawn: Uint8Array,
  content: PaperContent,
): Promise<Uint8Array> {
  if (!('scans' in content)) return drawn;
  const scans = content.scans.map(async ({ sha256, mediaType }) => ({
    bytes: await files.read(sha256),
    mediaType,
  }));
  return appendScans(drawn, await Promise.all(scans));
}

async function signAll(
  deps: PaperDeps,
  drawn: Uint8Array,
  signatures: readonly SignatureRow[],
): Promise<Uint8Array> {
  let bytes = drawn;
  for (const [index, { account_id, name, title, organisation }] of signatures.entries()) {
    bytes = await signPdf(bytes, {
      signer: await deps.signingKeys.signerFor({ id: account_id, name, title, organisation }),
      fieldName: `signature-${index + 1}`,
      reason: title,
      location: organisation,
      signedAtMs: deps.machineMs(),
    });
  }
  return bytes;
}

function rendered({ row }: StoredPaper, bytes: Uint8Array, sha256: string): RenderedPaper {
  const name = (row.number ?? row.id).normalize('NFD').replace(/[^0-9A-Za-z.-]+/g, '-');
  return { bytes, sha256, mediaType: 'application/pdf', fileName: `${row.purpose}-${name}.pdf` };
}
