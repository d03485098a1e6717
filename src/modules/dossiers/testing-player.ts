import type { Instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { DossierDeps } from './actions/deps.ts';
import { givenAt, scriptedDeps } from './memory/book.ts';
import { giveScripted, type Scripted } from './memory/scripted.ts';
import { findDossier } from './store/dossiers.ts';

/** Gives scripted presses to the real commands over SQL. */
export function playerOverSql<D extends DossierDeps>(deps: D) {
  const give = async <T>(at: Instant, seed: string, act: (own: D) => Promise<Outcome<T>>): Promise<T> =>
    givenAt(at, await act(scriptedDeps(deps, at, seed)));
  return {
    dossierOf: async (name: string) => (await findDossier(deps.db, name, deps))?.dossier,
    give,
    play: async (scripted: Scripted, seed: string): Promise<string> =>
      (await give(scripted.at, seed, (own) => giveScripted(own, scripted))).number,
  };
}
