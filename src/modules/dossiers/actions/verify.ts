import type { KeyObject } from 'node:crypto';
import { verify as verifySignature } from 'node:crypto';
import type { Queries } from '#platform/db/database.ts';
import type { DossierEvent } from '../rules/event.ts';
import { fold } from '../rules/fold.ts';
import { projection } from '../rules/projection.ts';
import { linkHash, NO_HASH, personalDigest } from '../store/chain.ts';
import { listEvents } from '../store/events.ts';
import { eachDossier, getRow, type HistoryRow, listChain, listNumberGaps } from '../store/history-rows.ts';
import { type DossierKeys, openPersonal, unwrapKey } from '../store/personal-part.ts';
import { FIRST_ROOT, listRootHeads, listRoots, rootOf } from '../store/roots.ts';

export type HistoryProblem =
  | 'event-changed'
  | 'event-missing'
  | 'head-differs'
  | 'personal-changed'
  | 'personal-missing'
  | 'row-differs'
  | 'number-gap'
  | 'root-changed'
  | 'root-signature'
  | 'rooted-event-missing';

export type HistoryVerification =
  | {
      readonly ok: true;
      readonly dossiers: number;
      readonly events: number;
      readonly erased: number;
      readonly roots: number;
    }
  | { readonly ok: false; readonly problem: HistoryProblem; readonly where: string };

interface Counts {
  dossiers: number;
  events: number;
  erased: number;
}
type Wrong = Extract<HistoryVerification, { ok: false }>;
type ChainRow = Awaited<ReturnType<typeof listChain>>[number];

const wrong = (problem: HistoryProblem, where: string): Wrong => ({ ok: false, problem, where });

/** Checks every chain, every personal part, every row against its history, numbers and roots; first wrong row. */
export async function verifyHistory(
  q: Queries,
  keys: DossierKeys,
  publicKey: KeyObject,
): Promise<HistoryVerification> {
  const counts: Counts = { dossiers: 0, events: 0, erased: 0 };
  for await (const page of eachDossier(q)) {
    const problem = await verifyPage(q, keys, page, counts);
    if (problem) return problem;
  }
  const [gap] = await listNumberGaps(q);
  if (gap) return wrong('number-gap', `${gap.agencyId} ${gap.day}: ${gap.there}/${gap.last}`);
  const roots = await verifyRoots(q, publicKey);
  return typeof roots === 'number' ? { ok: true, ...counts, roots } : roots;
}

async function verifyPage(
  q: Queries,
  keys: DossierKeys,
  page: readonly HistoryRow[],
  counts: Counts,
): Promise<Wrong | null> {
  const rows = await listChain(
    q,
    page.map((dossier) => dossier.dossierId),
  );
  const chains = Map.groupBy(rows, (row) => row.dossier_id);
  for (const dossier of page) {
    const chain = chains.get(dossier.dossierId) ?? [];
    const problem = verifyChain(keys, dossier, chain) ?? (await verifyRow(q, keys, dossier));
    if (problem) return problem;
    counts.dossiers += 1;
    counts.events += chain.length;
    if (!dossier.wrappedKey) counts.erased += 1;
  }
  return null;
}

function verifyChain(keys: DossierKeys, dossier: HistoryRow, chain: readonly ChainRow[]): Wrong | null {
  let previous: Uint8Array = NO_HASH;
  const key = dossier.wrappedKey && unwrapKey(keys, dossier.dossierId, dossier.wrappedKey);
  for (const [index, row] of chain.entries()) {
    const where = `${dossier.name} #${row.seq}`;
    if (row.seq !== index + 1) return wrong('event-missing', `${dossier.name} #${index + 1}`);
    if (!linkHolds(row, previous)) return wrong('event-changed', where);
    const problem = verifyPersonal(row, key);
    if (problem) return wrong(problem, where);
    previous = row.hash;
  }
  if (chain.length !== dossier.headSeq) return wrong('event-missing', `${dossier.name} #${chain.length + 1}`);
  if (!same(previous, dossier.headHash)) return wrong('head-differs', dossier.name);
  return null;
}

function linkHolds(row: ChainRow, previous: Uint8Array): boolean {
  const hash = linkHash({
    dossierId: row.dossier_id,
    seq: row.seq,
    type: row.type,
    at: row.at,
    byAccount: row.by_account,
    byOffice: row.by_office,
    byName: row.by_name,
    body: row.body,
    personalDigest: row.personal_digest,
    previousHash: previous,
  });
  return same(hash, row.hash) && same(previous, row.previous_hash);
}

/** Erased by law: no key and no personal part at all. Anything in between is a wrong row. */
function verifyPersonal(row: ChainRow, key: Uint8Array | null): HistoryProblem | null {
  if (!row.personal_digest) return row.sealed ? 'personal-changed' : null;
  if (!key) return row.sealed ? 'personal-changed' : null;
  if (!row.sealed || !row.salt) return 'personal-missing';
  try {
    const content = openPersonal(key, row.dossier_id, row.seq, row.sealed);
    return same(personalDigest(row.salt, content), row.personal_digest) ? null : 'personal-changed';
  } catch {
    return 'personal-changed'; // GCM found an altered byte
  }
}

async function verifyRow(q: Queries, keys: DossierKeys, dossier: HistoryRow): Promise<Wrong | null> {
  const events: DossierEvent[] = await listEvents(q, dossier.dossierId, keys);
  const expected = projection(fold(dossier.dossierId, events));
  const row: Record<string, unknown> = await getRow(q, dossier.dossierId);
  const differing = Object.entries(expected).find(([column, value]) => row[column] !== value);
  return differing ? wrong('row-differs', `${dossier.name} ${differing[0]}`) : null;
}

async function verifyRoots(q: Queries, publicKey: KeyObject): Promise<number | Wrong> {
  const roots = await listRoots(q);
  let previous: Uint8Array = FIRST_ROOT;
  for (const root of roots) {
    const heads = await listRootHeads(q, root.day);
    if (!same(root.previousRoot, previous) || !same(rootOf(root.day, previous, heads), root.root))
      return wrong('root-changed', root.day);
    if (!verifySignature(null, root.root, publicKey, root.signature))
      return wrong('root-signature', root.day);
    const cut = await findCutHead(q, heads);
    if (cut) return wrong('rooted-event-missing', cut);
    previous = root.root;
  }
  return roots.length;
}

async function findCutHead(
  q: Queries,
  heads: Awaited<ReturnType<typeof listRootHeads>>,
): Promise<string | null> {
  for (let from = 0; from < heads.length; from += 500) {
    const part = heads.slice(from, from + 500);
    const rows = await listChain(
      q,
      part.map((head) => head.dossierId),
    );
    const there = new Map(rows.map((row) => [`${row.dossier_id}:${row.seq}`, row.hash]));
    const cut = part.find((head) => {
      const hash = there.get(`${head.dossierId}:${head.seq}`);
      return !hash || !same(hash, head.hash);
    });
    if (cut) return `${cut.dossierId} #${cut.seq}`;
  }
  return null;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
