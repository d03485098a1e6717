import { type Actor, holdsRole } from '#kernel/actor.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { confirmReceipt } from '../actions/confirm-receipt.ts';
import type { Done, DossierDeps, PressOnDossier } from '../actions/deps.ts';
import { forward } from '../actions/forward.ts';
import { signDraft } from '../actions/sign-draft.ts';
import { startStep } from '../actions/start-step.ts';
import { transitions } from '../rules/transitions.ts';

type Act = (deps: DossierDeps, press: PressOnDossier) => Promise<Outcome<Done>>;

/** What needs nothing written is done for many at once. */
const acts = {
  forward: (deps, press) => forward(deps, press, { note: null }),
  'confirm-receipt': confirmReceipt,
  'start-step': startStep,
  decide: signDraft,
} as const satisfies Partial<Record<keyof typeof transitions, Act>>;

export type BulkCommand = keyof typeof acts;
export const bulkCommands = Object.keys(acts) as [BulkCommand, ...BulkCommand[]];

export function actOf(command: BulkCommand): Act {
  return acts[command];
}

/** In a list of work; signing has a folder of its own, with a code. */
export function bulkCommandsFor(actor: Actor): BulkCommand[] {
  return bulkCommands.filter(
    (command) => command !== 'decide' && holdsRole(actor, transitions[command].roles),
  );
}
