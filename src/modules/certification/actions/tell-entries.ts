import type { Queries } from '#platform/db/database.ts';
import { type Entry, listOfDossiers } from '../store/entries.ts';

/** What a book holds about a dossier's own applicant: no other signer, no struck name. */
export type BookHolding = Pick<
  Entry,
  'dossierId' | 'kind' | 'volume' | 'number' | 'enteredAt' | 'documentName' | 'fee'
> & { readonly year: number };

/** The lines of the certification books that some dossiers got. */
export async function tellEntries(q: Queries, dossierIds: readonly string[]): Promise<BookHolding[]> {
  return (await listOfDossiers(q, dossierIds)).map((entry) => ({
    dossierId: entry.dossierId,
    kind: entry.kind,
    year: entry.year,
    volume: entry.volume,
    number: entry.number,
    enteredAt: entry.enteredAt,
    documentName: entry.documentName,
    fee: entry.fee,
  }));
}
