import { listProcedures } from '#modules/catalogue/index.ts';
import { listPapers } from '#modules/documents/index.ts';
import { readDossier } from '#modules/dossiers/index.ts';
import { nextNumbers } from '../store/books.ts';
import { insertEntries, listOfDossiers, listOfNumbers } from '../store/entries.ts';

/**
 * What certifying and signing by hand ask of a database beside what a dossier and its money ask: handed in, so that
 * the books of an invented half-year are written by the very same actions (docs/decisions/0019).
 */
export const sqlBookStores = {
  ...{ nextNumbers, insertEntries, listOfDossiers, listOfNumbers },
  ...{ listProcedures, listPapers, readDossier },
};

export type BookStores = typeof sqlBookStores;
