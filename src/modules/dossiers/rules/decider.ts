import type { HeldPost } from '#kernel/actor.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import type { Facts, Inputs, LaterCommand } from './command.ts';
import type { Dossier } from './dossier.ts';
import type { NewEvent } from './event.ts';

/** An event without its author and moment. */
export type Made = Omit<NewEvent, 'at' | 'by'>;

/** What one command makes of a dossier, once it is certain that this person may give it now, by this post. */
export type Decider<C extends LaterCommand> = (
  dossier: Dossier,
  input: Inputs[C],
  facts: Facts & { readonly post: HeldPost },
) => Outcome<Made>;

export type Deciders<C extends LaterCommand> = { readonly [K in C]: Decider<K> };

export const reasonMissing = () => refused('dossiers/reason-missing', undefined, 'reason');
