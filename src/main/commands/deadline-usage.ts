import { join } from 'node:path';
import { projectRoot } from '../root.ts';
import type { Command } from './command.ts';
import { deadlineCommand } from './deadline.ts';

const usage = `./motcua deadline < cases.jsonl

One case a line in, one JSON line with due date and derivation out, in order. Needs no database.
Exit code 1 when a line could not be answered.`;

export const deadline: Command = {
  usage,
  run: () => deadlineCommand(process.stdin, process.stdout, join(projectRoot(), 'db/seeds/calendar.json')),
};
