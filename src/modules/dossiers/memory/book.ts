import type { Instant } from '#kernel/instant.ts';
import { msOfInstant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { oncePerOffice } from '#modules/calendar/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { Written } from '#platform/db/written.ts';
import { seededRandom } from '#platform/random/seeded.ts';
import type { DossierDeps } from '../actions/deps.ts';
import type { readDossier } from '../actions/read-dossier.ts';
import type { Dossier } from '../rules/dossier.ts';
import { MemoryStores } from './memory-stores.ts';
import { referenceOf } from './reference.ts';
import { giveScripted, type Scripted } from './scripted.ts';

/** A press at its moment, with bytes that its seed gives: the same press is the same rows, wherever it is written. */
export function scriptedDeps<D extends DossierDeps>(deps: D, at: Instant, seed: string): D {
  const machineMs = () => msOfInstant(at);
  return { ...deps, clock: { now: () => at }, machineMs, random: seededRandom(seed) };
}

/** `readDossier` over this book. */
export type MemoryRead = typeof readDossier;

/** The half-year's book: scripted lives, played by the real commands in memory. */
export class MemoryBook<D extends DossierDeps> {
  readonly #stores: MemoryStores;
  readonly #deps: D;

  /** `more`: stores of other modules in memory, for actions above dossiers. */
  constructor(
    deps: D,
    span: Parameters<typeof referenceOf>[1],
    written: Written,
    more: (read: MemoryRead) => Partial<D> = () => ({}),
  ) {
    this.#stores = new MemoryStores(deps.db, written);
    this.#deps = {
      ...deps,
      db: withoutTransactions(),
      stores: this.#stores.stores(referenceOf(deps.db, span)),
      calendarFor: keptCalendars(deps),
      publish: async () => {},
      followCorrection: async () => accepted(null),
      ...more(async ({ clock }, reader, name) => accepted(this.#stores.read(reader, name, clock.now()))),
    };
  }

  dossierOf(name: string): Dossier | undefined {
    return this.#stores.dossierOf(name);
  }

  /** Gives a press to its action. A script breaks no rule: what is refused is a mistake in it. */
  async give<T>(at: Instant, seed: string, act: (deps: D) => Promise<Outcome<T>>): Promise<T> {
    return givenAt(at, await act(scriptedDeps(this.#deps, at, seed)));
  }

  /** The same of a scripted press; answers with the number or reference. */
  async play(scripted: Scripted, seed: string): Promise<string> {
    return (await this.give(scripted.at, seed, (deps) => giveScripted(deps, scripted))).number;
  }
}

/** What came of a press that no rule may refuse. */
export function givenAt<T>(at: Instant, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`at ${at}: ${JSON.stringify(outcome.refusal)}`);
}

function withoutTransactions(): Database {
  const execute = (work: (tx: Tx) => Promise<unknown>) => work({} as Tx);
  return { transaction: () => ({ execute }) } as unknown as Database;
}

/** Nothing changes the calendar while a book is written. */
function keptCalendars({ db, calendarFor }: DossierDeps): DossierDeps['calendarFor'] {
  const kept = oncePerOffice(calendarFor);
  return (_, officeId) => kept(db, officeId);
}
