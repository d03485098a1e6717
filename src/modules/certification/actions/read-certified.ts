import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type Dossier, readDossier } from '#modules/dossiers/index.ts';
import type { CertificationDeps } from '../deps.ts';
import { type Entry, listOfDossiers } from '../store/entries.ts';
import type { By } from './by.ts';

export interface CertifiedDossier {
  readonly dossier: Dossier;
  readonly entries: readonly Entry[];
}

/** A dossier with its numbers in the book; the read is logged. Refuses `not-found` also where it has none. */
export async function readCertified(
  deps: CertificationDeps,
  by: By,
  number: string,
): Promise<Outcome<CertifiedDossier>> {
  const read = await readDossier(deps, by, number);
  if (!read.ok) return read;
  const { dossier } = read.value;
  const entries = await listOfDossiers(deps.db, [dossier.id]);
  if (entries.length === 0) return refused('certification/not-found');
  return accepted({ dossier, entries });
}
