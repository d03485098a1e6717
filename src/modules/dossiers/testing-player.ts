import type { DossierDeps } from './actions/deps.ts';
import { scriptedDeps } from './memory/book.ts';
import { giveScripted, type Scripted } from './memory/scripted.ts';
import { findDossier } from './store/dossiers.ts';

/** Gives scripted presses to the real commands over SQL. */
export function playerOverSql(deps: DossierDeps) {
  return {
    dossierOf: async (name: string) => (await findDossier(deps.db, name, deps))?.dossier,
    play: async (scripted: Scripted, seed: string): Promise<string> => {
      const done = await giveScripted(scriptedDeps(deps, scripted.at, seed), scripted);
      if (done.ok) return done.value.number;
      throw new Error(`${scripted.what.command} at ${scripted.at}: ${JSON.stringify(done.refusal)}`);
    },
  };
}
