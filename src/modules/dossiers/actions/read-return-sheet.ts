import { findReturnSheet, type ReturnSheet } from '../store/return-sheets.ts';
import type { DossierDeps } from './deps.ts';
import { type DossierReader, type ReadDossier, readDossier, readIfAllowed } from './read-dossier.ts';

export interface ReadSheet {
  readonly sheet: ReturnSheet;
  /** In the order of the sheet; `read` undefined: may no longer be read, only its number is told. */
  readonly lines: readonly { readonly number: string; readonly read: ReadDossier | undefined }[];
}

/**
 * The sheet of several results. Who made it sees it for good; what they may no longer read of it stands there by its
 * number, which they signed for, and that is no attempt on what is not theirs. To whoever else may not read all of
 * its dossiers it does not exist.
 */
export async function readReturnSheet(
  deps: Pick<DossierDeps, 'db' | 'keys' | 'random' | 'clock'>,
  reader: DossierReader,
  id: string,
): Promise<ReadSheet | undefined> {
  const sheet = await findReturnSheet(deps.db, id);
  if (!sheet) return undefined;
  const lines = [];
  for (const number of sheet.numbers) {
    if (sheet.madeBy === reader.actor.accountId) {
      lines.push({ number, read: await readIfAllowed(deps, reader, number) });
      continue;
    }
    const read = await readDossier(deps, reader, number);
    if (!read.ok) return undefined;
    lines.push({ number, read: read.value });
  }
  return { sheet, lines };
}
