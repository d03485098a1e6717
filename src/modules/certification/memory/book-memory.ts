import { listProcedures } from '#modules/catalogue/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Table, Written } from '#platform/db/written.ts';
import type { BookStores } from '../actions/stores.ts';
import { type NumberedIn, openedBook } from '../store/books.ts';
import { type Entry, entryRows } from '../store/entries.ts';

/** What certifying writes, in the order in which rows may go in. */
export const bookTables = ['certification.book', 'certification.entry'] as const satisfies readonly Table[];

const FIRST_VOLUME = 1;

/** The certification books of an invented time in memory: the rows that `sqlBookStores` would write. */
export class BookMemory {
  readonly #q: Queries;
  readonly #written: Written;
  readonly #last = new Map<string, number>();
  readonly #entries = new Map<string, readonly Entry[]>();
  readonly #offered = new Map<string, ReturnType<typeof listProcedures>>();

  constructor(q: Queries, written: Written) {
    this.#q = q;
    this.#written = written;
  }

  stores(readDossier: BookStores['readDossier']): BookStores {
    return {
      readDossier,
      nextNumbers: async (_, place, count) => this.#next(place, count),
      insertEntries: async (_, key, by, entries) => {
        for (const row of entryRows(key, by, entries))
          this.#written.put('certification.entry', `${row.dossier_id} ${row.ordinal}`, row);
        const [first] = entries;
        if (!first) return;
        const kept = entries.map((entry) => ({ ...entry, kind: key.kind, corrections: [] }));
        this.#entries.set(first.dossierId, kept);
        this.#entries.set(first.dossierNumber, kept);
      },
      listOfDossiers: async (_, ids) => this.#of(ids),
      listOfNumbers: async (_, numbers) => this.#of(numbers),
      listProcedures: (_, filter) => {
        const asked = JSON.stringify(filter);
        const kept = this.#offered.get(asked) ?? listProcedures(this.#q, filter);
        this.#offered.set(asked, kept);
        return kept;
      },
      listPapers: async () => [], // of a dossier that is just begun: none that takes the place of another
    };
  }

  #of(names: readonly string[]): Entry[] {
    return names.flatMap((name) => this.#entries.get(name) ?? []);
  }

  #next(place: NumberedIn, count: number): { readonly first: number; readonly volume: number } {
    const { agencyId, kind, year, oneStopId, sectionId } = place;
    const book = `${agencyId} ${kind} ${year}`;
    const before = this.#last.get(book) ?? 0;
    const last = before + count;
    this.#last.set(book, last);
    const row = openedBook(place, last);
    if (before === 0) this.#written.put('certification.book', book, { ...row, volume: FIRST_VOLUME });
    else
      this.#written.change('certification.book', book, {
        last,
        one_stop_id: oneStopId,
        section_id: sectionId,
      });
    return { first: before + 1, volume: FIRST_VOLUME };
  }
}
