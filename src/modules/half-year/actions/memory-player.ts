import type { Instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { CashMemory, cashTables, cashTriggers } from '#modules/cash/index.ts';
import { BookMemory, bookTables, type CertifyingDeps } from '#modules/certification/index.ts';
import { type Dossier, dossierTriggers, MemoryBook, writtenTables } from '#modules/dossiers/index.ts';
import { AwayBook, awayTables } from '#modules/identity/index.ts';
import { Written } from '#platform/db/written.ts';
import type { Player } from './year.ts';

/** Everything that a half-year writes, in the order in which rows may go in. */
export const yearTables = [...awayTables, ...writtenTables, ...cashTables, ...bookTables] as const;
export const yearTriggers = { ...dossierTriggers, ...cashTriggers };

/** Writes a half-year in memory, to be loaded as a whole. */
export class MemoryPlayer implements Player {
  readonly written = new Written(yearTables);
  readonly #book: MemoryBook<CertifyingDeps>;
  readonly #away = new AwayBook(this.written);

  constructor(deps: CertifyingDeps, span: ConstructorParameters<typeof MemoryBook>[1]) {
    const cash = new CashMemory(deps.db, this.written);
    const books = new BookMemory(deps.db, this.written);
    this.#book = new MemoryBook(deps, span, this.written, (read) => ({
      cashStores: cash.stores(read),
      books: books.stores(read),
    }));
  }

  give<T>(at: Instant, seed: string, act: (deps: CertifyingDeps) => Promise<Outcome<T>>): Promise<T> {
    return this.#book.give(at, seed, act);
  }

  dossierOf(name: string): Dossier | undefined {
    return this.#book.dossierOf(name);
  }

  recordAbsence(...asked: Parameters<AwayBook['recordAbsence']>): void {
    this.#away.recordAbsence(...asked);
  }

  nameSubstitute(...asked: Parameters<AwayBook['nameSubstitute']>): void {
    this.#away.nameSubstitute(...asked);
  }
}
