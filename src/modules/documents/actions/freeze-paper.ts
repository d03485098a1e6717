import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Tx } from '#platform/db/database.ts';
import { passing } from '#platform/passing.ts';
import type { Random } from '#platform/random/random.ts';
import { contentDigest } from '../content-digest.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import type { PaperContents, PaperPurpose, Regime } from '../rules/content.ts';
import { insertPaper, paperRows, templateInForce } from '../store/papers.ts';
import { insertRegisterEntry, registerRow } from '../store/registers.ts';

export interface IdSource {
  readonly random: Random;
  /** Machine time in milliseconds. */
  readonly machineMs: () => number;
}

export interface PaperToFreeze<P extends PaperPurpose> {
  readonly purpose: P;
  readonly regime: Regime;
  readonly officeId: string;
  /** The dossier (or other case) it belongs to. */
  readonly subjectId: string;
  readonly content: PaperContents[P];
  /** As printed: '45/QĐ-UBND', or the dossier's number on a receipt. */
  readonly number?: string | null;
  readonly language?: 'vi' | 'en';
  /** Legal time. */
  readonly frozenAt: Instant;
  /** Enters the paper in the office's register under a number that `nextRegisterNumber` gave before. */
  readonly register?: { readonly register: string; readonly year: number; readonly number: number };
}

/** The rows of a frozen paper, and of its place in a register; `templateVersion` is the one in force on its day. */
export function frozenRows<P extends PaperPurpose, Version>(
  ids: IdSource,
  paper: PaperToFreeze<P>,
  templateVersion: Version,
) {
  const { purpose, regime, officeId, subjectId, content, frozenAt, register } = paper;
  const id = ids.random.uuid(ids.machineMs());
  const salt = ids.random.bytes(32);
  const rows = paperRows({
    ...{ id, purpose, regime, templateVersion, officeId, subjectId, frozenAt, salt },
    number: paper.number ?? null,
    language: paper.language ?? 'vi',
    contentSha256: contentDigest(salt, content),
    content: canonicalJson(content),
  });
  const entry = register && { ...register, officeId, subjectId, paperId: id, enteredAt: frozenAt };
  return { id, ...rows, entry: entry && registerRow(entry) };
}

/** What a paper says is fixed in the transaction that produces it; it is drawn when first opened. */
export async function freezePaper<P extends PaperPurpose>(
  tx: Tx,
  ids: IdSource,
  paper: PaperToFreeze<P>,
): Promise<string> {
  const version = templateInForce(paper.purpose, paper.regime, dateOf(paper.frozenAt));
  const { id, entry, ...rows } = frozenRows(ids, paper, version);
  await insertPaper(tx, rows);
  if (entry) await insertRegisterEntry(tx, entry);
  passing('documents/frozen');
  return id;
}
