import type { Instant } from '#kernel/instant.ts';
import type { AttachedFile, FiledPaper } from '#modules/dossiers/index.ts';
import type { FileStore, KeptBytes } from '#platform/files/file-store.ts';
import type { PaperRenderer } from '#platform/papers/renderer.ts';
import { seededRandom } from '#platform/random/seeded.ts';
import { documentFor, type InventedDocument, inventedDocuments } from '../rules/invented-documents.ts';
import type { Arrival } from '../rules/world.ts';

const PDF = 'application/pdf';
/** Of what is brought to the counter or posted, one dossier in so many has been scanned. */
const SCANNED_AT_COUNTER = 4;

/** A row of `documents.stored_file`. */
interface ScanRow extends Readonly<Record<string, string | number | null>> {
  readonly id: string;
}

/** Draws the pool of invented papers and keeps their bytes; whoever attaches one gives it a row of its own. */
export async function inventScans(
  { renderer, files }: { readonly renderer: PaperRenderer; readonly files: FileStore },
  on: Instant,
  stop?: AbortSignal,
): Promise<ScanPool> {
  const kept = new Map<InventedDocument, KeptBytes>();
  for (const document of inventedDocuments) {
    const { title, lines } = document;
    const content = {
      ...{ title, lines, demo: true, superior: null, office: 'Giấy tờ minh họa' },
      ...{ place: 'Châu Thành', issuedAt: on },
    };
    const pdf = await renderer.render('invented/scan.typ', { content, qr: null, void: false });
    kept.set(document, await files.put(pdf));
    stop?.throwIfAborted();
  }
  return new ScanPool(kept);
}

/**
 * The same few contents under many names: each dossier has rows of its own, so that what is erased by law in one
 * stays in the others.
 */
export class ScanPool {
  readonly #kept: ReadonlyMap<InventedDocument, KeptBytes>;
  readonly #rows = new Map<string, ScanRow>();

  constructor(kept: ReadonlyMap<InventedDocument, KeptBytes>) {
    this.#kept = kept;
  }

  /** Of every file that was attached. */
  get rows(): ScanRow[] {
    return [...this.#rows.values()];
  }

  /** The papers of a dossier with what was scanned of them: the same files for the same seed, however often. */
  attach(papers: readonly FiledPaper[], { at, index, channel }: Arrival, seed: number): FiledPaper[] {
    if (channel !== 'online' && index % SCANNED_AT_COUNTER !== 0) return [...papers];
    const random = seededRandom(`scans ${seed} ${index}`);
    return papers.map((paper) =>
      paper.way === 'show'
        ? paper
        : { ...paper, files: [this.#attached(random.uuid(Date.parse(at)), paper.name, at)] },
    );
  }

  #attached(id: string, paper: string, at: Instant): AttachedFile {
    const document = documentFor(paper);
    const kept = this.#kept.get(document);
    if (!kept) throw new Error(`${document.title} is not in the pool`);
    const { sha256, size } = kept;
    const name = `${document.title}.pdf`;
    this.#rows.set(id, {
      ...{ id, sha256, size, media_type: PDF, original_name: name },
      ...{ stored_at: at, account_id: null, erased_at: null },
    });
    return { id, name, mediaType: PDF, size };
  }
}
