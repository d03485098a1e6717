import type { Tx } from '#platform/db/database.ts';
import { after } from '../rules/after.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { NewEvent } from '../rules/event.ts';
import type { DossierDeps } from './deps.ts';

/**
 * Puts beside the papers that an event makes the digests of what they say: the chain then covers the content,
 * and one that is changed together with its own digest no longer agrees with the history.
 */
export async function sealPapers(
  tx: Tx,
  deps: Pick<DossierDeps, 'stores'>,
  dossierId: string,
  before: Dossier | null,
  events: readonly NewEvent[],
): Promise<NewEvent[]> {
  const made = papersMade(dossierId, before, events);
  const digests = await deps.stores.listPaperDigests(tx, made.flat());
  return events.map((event, index) => {
    const papers = (made[index] ?? []).map((id) => ({ id, sha256: digestOf(digests, id) }));
    return papers.length > 0 ? withPapers(event, papers) : event;
  });
}

/** For every event the ids of the papers it adds. */
function papersMade(dossierId: string, before: Dossier | null, events: readonly NewEvent[]): string[][] {
  let dossier = before;
  return events.map((event) => {
    const had = dossier?.paperIds.length ?? 0;
    dossier = after(dossier, { ...event, seq: (dossier?.seq ?? 0) + 1 }, dossierId);
    return dossier.paperIds.slice(had);
  });
}

function digestOf(digests: ReadonlyMap<string, string>, id: string): string {
  const sha256 = digests.get(id);
  if (!sha256) throw new Error(`the history names paper ${id}, which is not there`);
  return sha256;
}

function withPapers<E extends NewEvent>(event: E, papers: NonNullable<E['body']['papers']>): E {
  return { ...event, body: { ...event.body, papers } };
}
