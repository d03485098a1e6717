import type { Task } from '../rules/dossier.ts';
import { naturalCommand } from '../rules/natural-command.ts';
import type { CommandName } from '../rules/transitions.ts';
import { isPageCommand, type PageCommand } from './slugs.ts';

export interface TaskView {
  /** The one filled button; undefined: nothing natural for this person now. */
  readonly main: CommandName | undefined;
  readonly others: readonly PageCommand[];
}

/** Out of what this person may do: the natural next command of the task, and the rest. */
export function taskView(task: Task, commands: readonly CommandName[]): TaskView {
  const wanted = naturalCommand[task];
  const main = commands.find((command) => command === wanted);
  return {
    main,
    others: commands
      .filter(isPageCommand)
      // correcting stands beside the data
      .filter((command) => command !== main && command !== 'correct-data'),
  };
}
