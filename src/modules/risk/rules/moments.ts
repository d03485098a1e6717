import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';

const TIMES = ['08:00', '14:00'] as const;

/** Twice on every day that counts, from one day to another (the last left out). */
export function momentsBetween(
  from: CivilDate,
  until: CivilDate,
  counts: (day: CivilDate) => boolean,
): Instant[] {
  const moments: Instant[] = [];
  for (let day = from; day < until; day = addDays(day, 1))
    if (counts(day)) for (const time of TIMES) moments.push(instant(`${day}T${time}`));
  return moments;
}
