import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { performAnd } from './perform.ts';
import { tellBooks } from './tell-books.ts';

/** Corrects what was typed wrong at reception; history keeps both. */
export function correctData(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['correct-data'],
): Promise<Outcome<Done>> {
  return performAnd(
    deps,
    press,
    'correct-data',
    async () => accepted(input),
    (tx, { dossier: before }, _, after) => tellBooks(tx, deps, press, { before, after }),
  );
}
