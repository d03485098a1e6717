import { z } from 'zod';
import { type CivilDate, isCivilDate } from '#kernel/civil-date.ts';
import { calendarDaysOf } from '#kernel/working-time/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { insertMissingYears, upsertDays } from './store.ts';

const date = z.string().transform((text, context): CivilDate => {
  if (isCivilDate(text)) return text;
  context.addIssue({ code: 'custom', message: `not a date: ${text}` });
  return z.NEVER;
});

const calendarSeed = z.object({
  meta: z.object({ basis: z.string() }),
  days: z
    .array(
      z.object({
        date,
        kind: z.enum(['holiday', 'swapped-off', 'swapped-work']),
        name: z.string().min(1),
        checked: z.boolean(),
        source: z.string().optional(),
        workedOn: date.optional(),
        insteadOf: date.optional(),
      }),
    )
    .min(1),
});

/**
 * Loads `db/seeds/calendar.json` (parsed JSON). May run at every start: days a person has confirmed stay, the
 * others follow the file; the answer says how many changed. Throws a ZodError on a file of another shape.
 */
export async function loadCalendar(tx: Tx, seed: unknown): Promise<{ readonly changed: number }> {
  const file = calendarSeed.parse(seed);
  const changed = await upsertDays(
    tx,
    file.days.map((day) => ({
      date: day.date,
      kind: day.kind,
      name: day.name,
      checked: day.checked,
      source: day.source ?? '',
      swappedWith: day.workedOn ?? day.insteadOf ?? null,
    })),
  );
  const { knownFrom, knownUntil } = calendarDaysOf(file);
  const [first, last] = [Number(knownFrom.slice(0, 4)), Number(knownUntil.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { changed: changed + (await insertMissingYears(tx, years, file.meta.basis)) };
}
