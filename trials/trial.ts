import type { Seeded } from '../outside/seeded.ts';

export interface Trial {
  readonly about: string;
  /** What goes wrong is noted with `problem`; what is thrown ends the trial and is a problem too. */
  readonly run: (run: TrialRun) => Promise<void>;
}

/** One run of a trial: how much, with which draws, and what came of it. */
export interface TrialRun {
  readonly long: boolean;
  readonly seed: number;
  /** No longer than this, also when not everything was tried. */
  readonly limitMs: number;
  readonly random: Seeded;
  /** One line on the screen: how far it is. */
  readonly say: (progress: string) => void;
  /** Something that must not be. */
  readonly problem: (what: string) => void;
  /** How many there are so far. */
  readonly problems: () => number;
  /** What this machine cannot show, or what there is not yet. */
  readonly leftOut: (what: string) => void;
  readonly figure: (name: string, value: number | string) => void;
}
