import type { Say } from '../say.ts';

/** A command of `./motcua`. */
export interface Command {
  /** One line a row; printed by --help. English, as manuals are. */
  readonly usage: string;
  /** Resolves to the exit code. */
  readonly run: (args: readonly string[], say: Say) => Promise<number>;
}
