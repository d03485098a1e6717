import type { KeyObject } from 'node:crypto';
import { verify as verifySignature } from 'node:crypto';
import type { CivilDate } from '#kernel/civil-date.ts';
import { listSealHashes } from '#modules/audit/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { type DailyRoot, FIRST_ROOT, listRootHeads, listRoots, rootOf } from '../store/roots.ts';
import { sameBytes, type WrongHistory, wrong } from './history-problem.ts';

export interface VerifiedRoots {
  readonly roots: number;
  /** Day of the last one: what has happened since is not signed yet. */
  readonly lastRoot: CivilDate | null;
}

/** Every root with its signature, the events and the end of the audit that it covers; null when all hold. */
export async function verifyRoots(q: Queries, publicKey: KeyObject): Promise<VerifiedRoots | WrongHistory> {
  const roots = await listRoots(q);
  let previous: Uint8Array = FIRST_ROOT;
  for (const root of roots) {
    const problem = await verifyRoot(q, root, previous, publicKey);
    if (problem) return problem;
    previous = root.root;
  }
  const changed = await verifyAuditSeals(q, roots);
  return changed ?? { roots: roots.length, lastRoot: roots.at(-1)?.day ?? null };
}

async function verifyRoot(
  q: Queries,
  root: DailyRoot,
  previous: Uint8Array,
  publicKey: KeyObject,
): Promise<WrongHistory | null> {
  const heads = await listRootHeads(q, root.day);
  if (!sameBytes(root.previousRoot, previous) || !sameBytes(rootOf(root, heads), root.root))
    return wrong('root-changed', root.day);
  if (!verifySignature(null, root.root, publicKey, root.signature)) return wrong('root-signature', root.day);
  const cut = heads.find(({ there, hash }) => !there || !sameBytes(there, hash));
  return cut ? wrong('rooted-event-missing', `${cut.dossierId} #${cut.seq}`) : null;
}

const PAGE = 1_000;

async function verifyAuditSeals(q: Queries, roots: readonly DailyRoot[]): Promise<WrongHistory | null> {
  const covered = roots.flatMap(({ day, audit }) => (audit ? [{ day, ...audit }] : []));
  for (let from = 0; from < covered.length; from += PAGE) {
    const page = covered.slice(from, from + PAGE);
    const there = await listSealHashes(
      q,
      page.map((one) => one.seq),
    );
    const other = page.find(({ seq, hash }) => !sameBytes(there.get(seq) ?? new Uint8Array(), hash));
    if (other) return wrong('rooted-audit-changed', `${other.day} #${other.seq}`);
  }
  return null;
}
