import type { Instant } from '#kernel/instant.ts';
import { msOfInstant } from '#kernel/instant.ts';
import { accepted } from '#kernel/refusal.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { seededRandom } from '#platform/random/seeded.ts';
import type { DossierDeps } from '../actions/deps.ts';
import type { Dossier } from '../rules/dossier.ts';
import { MemoryStores } from './memory-stores.ts';
import { referenceOf } from './reference.ts';
import { giveScripted, type Scripted } from './scripted.ts';

/** A press at its moment, with bytes that its seed gives: the same press is the same rows, wherever it is written. */
export function scriptedDeps(deps: DossierDeps, at: Instant, seed: string): DossierDeps {
  const machineMs = () => msOfInstant(at);
  return { ...deps, clock: { now: () => at }, machineMs, random: seededRandom(seed) };
}

/** The half-year's book: scripted lives, played by the real commands in memory. */
export class MemoryBook {
  readonly #stores: MemoryStores;
  readonly #deps: DossierDeps;

  constructor(deps: DossierDeps, span: Parameters<typeof referenceOf>[1]) {
    this.#stores = new MemoryStores(deps.db);
    this.#deps = {
      ...deps,
      db: withoutTransactions(),
      stores: this.#stores.stores(referenceOf(deps.db, span)),
      calendarFor: keptCalendars(deps),
      publish: async () => {},
      followCorrection: async () => accepted(null),
    };
  }

  get written() {
    return this.#stores.written;
  }

  dossierOf(name: string): Dossier | undefined {
    return this.#stores.dossierOf(name);
  }

  /** Plays a press; answers with the number or reference. A script breaks no rule: what is refused is a mistake in it. */
  async play(scripted: Scripted, seed: string): Promise<string> {
    const done = await giveScripted(scriptedDeps(this.#deps, scripted.at, seed), scripted);
    if (done.ok) return done.value.number;
    const { command } = scripted.what;
    throw new Error(`${command} at ${scripted.at}: ${JSON.stringify(done.refusal)}`);
  }
}

function withoutTransactions(): Database {
  const execute = (work: (tx: Tx) => Promise<unknown>) => work({} as Tx);
  return { transaction: () => ({ execute }) } as unknown as Database;
}

/** Nothing changes the calendar while a book is written. */
function keptCalendars({ db, calendarFor }: DossierDeps): DossierDeps['calendarFor'] {
  const kept = new Map<string, ReturnType<DossierDeps['calendarFor']>>();
  return (_, officeId) => {
    const calendar = kept.get(officeId) ?? calendarFor(db, officeId);
    kept.set(officeId, calendar);
    return calendar;
  };
}
