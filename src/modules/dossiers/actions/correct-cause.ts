import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Inputs } from '../rules/command.ts';
import { openDossiers } from '../store/dossiers.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { keepLateCause } from './keep-late-cause.ts';
import { performAnd } from './perform.ts';
import { incidentsOf, tellLateCause } from './tell-late-cause.ts';

/**
 * Why it was late is said otherwise than the evidence says, with a reason: both stay in the history, and the reports
 * count what is said now. Refusals: those of the rule `correct-cause`.
 */
export function correctCause(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Omit<Inputs['correct-cause'], 'from'>,
): Promise<Outcome<Done>> {
  const open = async (tx: Tx, id: string) => (await openDossiers(tx, [id], deps)).get(id);
  return performAnd(
    deps,
    press,
    'correct-cause',
    async (tx, { id }, _, now) => {
      const opened = await open(tx, id);
      const told = opened && (await tellLateCause(deps, tx, opened, now));
      return accepted({ ...input, from: told?.cause ?? 'staff' }); // of one that is not late it is refused
    },
    async (tx, { dossier }, now) => {
      const opened = await open(tx, dossier.id);
      if (!opened || opened.dossier.training) return;
      await keepLateCause(deps, tx, opened, await incidentsOf(tx, opened, now), now);
    },
  );
}
