import type { CivilDate } from '#kernel/civil-date.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { soughtNames, soughtText } from '#kernel/vietnamese-text.ts';
import { record } from '#modules/audit/index.ts';
import { listOutcomes, type OutcomeOfDossier } from '#modules/dossiers/index.ts';
import { listOfficesInForce } from '#modules/identity/index.ts';
import type { CertificationDeps } from '../deps.ts';
import { readableBooks } from '../rules/access.ts';
import { type BookKind, bookLabel } from '../rules/books.ts';
import { type BookState, listBooks } from '../store/books.ts';
import { type Entry, listBook } from '../store/entries.ts';
import { type LaterVolume, listVolumes } from '../store/volumes.ts';
import type { By } from './by.ts';

/** The index of names knows groups of three letters; a shorter text would read the whole year. */
const SHORTEST_NAME = 3;

export interface BookQuestion {
  readonly kind: BookKind | null;
  readonly year: number | null;
  readonly agencyId: string | null;
  readonly day: CivilDate | null;
  /** As typed. */
  readonly name: string | null;
  readonly before: number | null;
  readonly limit: number;
}

export interface BookLine extends Entry {
  readonly standing: OutcomeOfDossier | undefined;
}

export interface ReadBook {
  readonly books: readonly BookState[];
  /** Names of the agencies whose books these are. */
  readonly agencies: ReadonlyMap<string, string>;
  /** Undefined: this person has no book to read yet. */
  readonly book: BookState | undefined;
  /** Volumes after the first. */
  readonly volumes: readonly LaterVolume[];
  readonly lines: readonly BookLine[];
  /** The name is too short to be looked for. */
  readonly nameTooShort: boolean;
}

/** A page of a book for who may read it; who read which book is logged. */
export async function readBook(deps: CertificationDeps, by: By, question: BookQuestion): Promise<ReadBook> {
  const books = await listBooks(deps.db, readableBooks(by.actor));
  const book = chooseBook(books, question);
  const agencies = await agenciesOf(deps, books);
  const names = question.name === null ? null : soughtNames(question.name);
  const nameTooShort = question.name !== null && soughtText(question.name).length < SHORTEST_NAME;
  const volumes = book ? await listVolumes(deps.db, book) : [];
  const head = { books, agencies, book, volumes, nameTooShort };
  if (!book || nameTooShort) return { ...head, lines: [] };
  const { limit, before, day } = question;
  const entries = await listBook(deps.db, book, { day, names }, { limit, before });
  await record(deps.db, {
    ...by.origin,
    action: 'certification/read-book',
    accountId: by.actor.accountId,
    subject: { kind: 'certification-book', id: bookLabel(book) },
    result: 'allowed',
  });
  return { ...head, lines: await withStandings(deps, entries) };
}

function chooseBook(books: readonly BookState[], { kind, year, agencyId }: BookQuestion) {
  return books.find(
    (book) =>
      (agencyId === null || book.agencyId === agencyId) &&
      (kind === null || book.kind === kind) &&
      (year === null || book.year === year),
  );
}

async function withStandings(deps: CertificationDeps, entries: readonly Entry[]): Promise<BookLine[]> {
  const standings = await listOutcomes(
    deps.db,
    entries.map((entry) => entry.dossierId),
  );
  const byId = new Map(standings.map((one) => [one.dossierId, one]));
  return entries.map((entry) => ({ ...entry, standing: byId.get(entry.dossierId) }));
}

async function agenciesOf(deps: CertificationDeps, books: readonly BookState[]) {
  const wanted = new Set(books.map((book) => book.agencyId));
  if (wanted.size === 0) return new Map<string, string>();
  const offices = await listOfficesInForce(deps.db, dateOf(deps.clock.now()));
  return new Map(offices.filter((one) => wanted.has(one.id)).map((one) => [one.id, one.shortName]));
}
