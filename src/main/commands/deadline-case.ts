import { z } from 'zod';
import { type Instant, instant } from '#kernel/instant.ts';
import { type DueDateQuestion, dueDate } from '#kernel/working-time/due-date.ts';
import { limitUnits } from '#kernel/working-time/limit.ts';
import { minutesOfTime } from '#kernel/working-time/local-minute.ts';
import { WorkCalendar, type WorkCalendarData } from '#kernel/working-time/work-calendar.ts';

const moment = z.string().transform((text, context): Instant => {
  try {
    return instant(text);
  } catch {
    context.addIssue({ code: 'custom', message: `not a moment: ${text}` });
    return z.NEVER;
  }
});

const timeOfDay = z.string().refine((text) => {
  try {
    return minutesOfTime(text) >= 0;
  } catch {
    return false;
  }
}, 'not a time of day (HH:MM)');

const limit = z.object({
  value: z.number().int().min(0).nullable(),
  unit: z.enum(limitUnits).nullable(),
});

/** One line of `./motcua deadline`, as deadlines.md ("The command") describes it. */
const deadlineCase = z.object({
  id: z.union([z.string(), z.number()]),
  received: moment,
  limit: limit
    .nullable()
    .refine((given) => given === null || given.value === null || given.unit !== null, 'a limit needs a unit'),
  pauses: z
    .array(z.object({ from: moment, to: moment.nullable() }))
    .nullish()
    .transform((pauses) => pauses ?? []),
  restart: moment.nullish(),
  cutoff: timeOfDay.nullish(),
  hours: z
    .array(z.tuple([timeOfDay, timeOfDay]))
    .min(1)
    .nullish(),
});

type DeadlineCase = z.infer<typeof deadlineCase>;
type Days = Pick<WorkCalendarData, 'days' | 'knownFrom' | 'knownUntil'>;

/** Answers lines with one calendar; offices with the same hours share theirs. */
export class DeadlineCases {
  readonly #days: Days;
  readonly #calendars = new Map<string, WorkCalendar>();

  constructor(days: Days) {
    this.#days = days;
  }

  /** The answer to a line, or `{id, error}`; never throws on what a line holds. */
  answer(line: string): { readonly ok: boolean; readonly output: object } {
    let id: unknown = null;
    try {
      const json: unknown = JSON.parse(line);
      id = idOf(json);
      const parsed = deadlineCase.safeParse(json);
      if (!parsed.success) return { ok: false, output: { id, error: z.prettifyError(parsed.error) } };
      return { ok: true, output: this.#compute(parsed.data) };
    } catch (error) {
      return { ok: false, output: { id, error: error instanceof Error ? error.message : String(error) } };
    }
  }

  #compute(one: DeadlineCase): object {
    const result = dueDate(this.#calendarFor(one.hours), questionOf(one));
    return {
      id: one.id,
      due: result.due,
      ...(result.remaining ? { remaining: result.remaining } : {}),
      certain: result.certain,
      derivation: result.derivation,
    };
  }

  #calendarFor(hours: DeadlineCase['hours']): WorkCalendar {
    const key = JSON.stringify(hours ?? null);
    const kept = this.#calendars.get(key);
    if (kept) return kept;
    const dated = hours ? [{ validFrom: null, validTo: null, spans: hours }] : [];
    const calendar = new WorkCalendar({ ...this.#days, hours: dated });
    if (this.#calendars.size < 1000) this.#calendars.set(key, calendar);
    return calendar;
  }
}

function idOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
}

function questionOf(one: DeadlineCase): DueDateQuestion {
  const { value, unit } = one.limit ?? { value: null, unit: null };
  return {
    received: one.received,
    limit: value === null || unit === null ? null : { value, unit },
    pauses: one.pauses,
    restart: one.restart ?? null,
    cutoff: one.cutoff ?? null,
  };
}
