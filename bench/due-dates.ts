import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DueDateQuestion, dueDate } from '#kernel/working-time/due-date.ts';
import type { WrittenSpan } from '#kernel/working-time/office-hours.ts';
import { type CalendarFile, calendarDaysOf, WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { seeded } from '../outside/seeded.ts';

interface Case extends DueDateQuestion {
  readonly hours?: readonly WrittenSpan[];
  readonly due: string | null;
}

const root = join(import.meta.dirname, '..');

/** Due dates a second on one core, of the 600 cases in a drawn order; each is right, or it throws. */
export function dueDatesASecond(seconds: number, seed: number): number {
  const file = JSON.parse(readFileSync(join(root, 'db/seeds/calendar.json'), 'utf8')) as CalendarFile;
  const days = calendarDaysOf(file);
  const ordinary = new WorkCalendar(days);
  const calendars = new Map<string, WorkCalendar>();
  const calendarOf = ({ hours }: Case) => {
    if (!hours) return ordinary;
    const key = JSON.stringify(hours);
    const own =
      calendars.get(key) ??
      new WorkCalendar({ ...days, hours: [{ validFrom: null, validTo: null, spans: hours }] });
    calendars.set(key, own);
    return own;
  };
  const lines = readFileSync(join(root, 'src/kernel/working-time/deadline-cases.jsonl'), 'utf8').trim();
  const cases = lines.split('\n').map((line) => JSON.parse(line) as Case);
  const questions = seeded(seed).shuffled(cases.map((one) => ({ one, calendar: calendarOf(one) })));
  const round = () => {
    for (const { one, calendar } of questions)
      if (dueDate(calendar, one).due !== one.due)
        throw new Error(`a due date is wrong: ${JSON.stringify(one)}`);
  };
  round();
  const started = performance.now();
  let rounds = 0;
  while (performance.now() - started < seconds * 1000) {
    round();
    rounds += 1;
  }
  return (rounds * questions.length * 1000) / (performance.now() - started);
}
