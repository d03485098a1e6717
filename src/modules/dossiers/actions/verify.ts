import type { KeyObject } from 'node:crypto';
import { listPaperSeals } from '#modules/documents/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { listIntervals } from '../store/clock-intervals.ts';
import { eachDossier, type HistoryRow, listChain, listNumberGaps } from '../store/history-rows.ts';
import type { DossierKeys } from '../store/personal-part.ts';
import { type WrongHistory, wrong } from './history-problem.ts';
import { verifyDossier } from './verify-dossier.ts';
import { type VerifiedRoots, verifyRoots } from './verify-roots.ts';

export type HistoryVerification =
  | ({
      readonly ok: true;
      readonly dossiers: number;
      readonly events: number;
      readonly erased: number;
    } & VerifiedRoots)
  | WrongHistory;

interface Counts {
  dossiers: number;
  events: number;
  erased: number;
}

/**
 * Checks every chain, every personal part, every row and paper against its history, numbers and roots; the first
 * wrong row. Reads in pages, four queries each; `q` should see one moment (`inSnapshot`).
 */
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
  return 'problem' in roots ? roots : { ok: true, ...counts, ...roots };
}

async function verifyPage(
  q: Queries,
  keys: DossierKeys,
  page: readonly HistoryRow[],
  counts: Counts,
): Promise<WrongHistory | null> {
  const ids = page.map((row) => row.dossierId);
  const chains = Map.groupBy(await listChain(q, ids), (link) => link.dossier_id);
  const papers = Map.groupBy(await listPaperSeals(q, ids), (paper) => paper.subjectId);
  const intervals = Map.groupBy(await listIntervals(q, ids), (interval) => interval.dossier_id);
  for (const row of page) {
    const chain = chains.get(row.dossierId) ?? [];
    const problem = verifyDossier(keys, {
      ...{ row, chain, papers: papers.get(row.dossierId) ?? [] },
      intervals: intervals.get(row.dossierId) ?? [],
    });
    if (problem) return problem;
    counts.dossiers += 1;
    counts.events += chain.length;
    if (!row.wrappedKey) counts.erased += 1;
  }
  return null;
}
