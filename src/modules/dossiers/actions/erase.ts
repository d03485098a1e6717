import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { erasePapers } from '#modules/documents/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Inputs } from '../rules/command.ts';
import type { DossierEvent } from '../rules/event.ts';
import type { FiledPaper } from '../rules/filing.ts';
import type { LoadedDossier } from '../store/dossiers.ts';
import { takeKeptScansOf } from '../store/kept-scans.ts';
import { erasePersonal } from '../store/personal-part.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { performAnd } from './perform.ts';

/**
 * Destroys by law what is personal in a dossier that has ended: the sealed parts of its history with their key,
 * the person's hash, what its papers say, its scans. The history stays and still verifies; who ordered it, on
 * what ground, stands in it. The bytes of papers and scans are destroyed by a job that is part of the commit.
 */
export function erase(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['erase'],
): Promise<Outcome<Done>> {
  return performAnd(deps, press, 'erase', async () => accepted(input), destroyPersonal);
}

/** All that is personal in it, in the transaction whose history says so. */
export async function destroyPersonal(
  tx: Tx,
  { dossier, events }: Pick<LoadedDossier, 'dossier' | 'events'>,
  at: Instant,
): Promise<void> {
  const { id: subjectId } = dossier;
  const fileIds = [...filesIn(events), ...(await takeKeptScansOf(tx, subjectId))];
  await erasePapers(tx, { subjectId, fileIds, at });
  await erasePersonal(tx, subjectId);
}

/** Every scan that the history names, also those of papers that were corrected away later. */
function filesIn(events: readonly DossierEvent[]): string[] {
  const papers = events.flatMap((event): readonly FiledPaper[] => {
    if (event.type === 'data-corrected') return event.personal?.filing.papers ?? [];
    if (event.personal && 'papers' in event.personal) return event.personal.papers;
    return [];
  });
  return [...new Set(papers.flatMap((paper) => paper.files.map((file) => file.id)))];
}
