import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type CalendarFile, calendarDaysOf } from '#kernel/working-time/work-calendar.ts';
import { DeadlineCases } from './deadline-case.ts';

/**
 * `./motcua deadline < cases.jsonl`: one case a line in, one JSON line per case out, in order. Needs no
 * database: the calendar is the seed file, read from the folder of the program. Resolves to the exit code:
 * 0, or 1 when a line could not be answered (it has `{id, error}`, the others go on).
 */
export async function deadlineCommand(
  input: Readable,
  output: Writable,
  calendarPath = 'db/seeds/calendar.json',
): Promise<number> {
  const file = JSON.parse(await readFile(calendarPath, 'utf8')) as CalendarFile;
  const cases = new DeadlineCases(calendarDaysOf(file));
  let code = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = cases.answer(line.replace(/^\uFEFF/, ''));
    if (!answer.ok) code = 1;
    if (!output.write(`${JSON.stringify(answer.output)}\n`)) await once(output, 'drain');
  }
  return code;
}
