import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

const TIME = /^([01]?\d|2[0-3])\s*[:hg.]\s*([0-5]\d)$/i;

/** The names of two fields that say a moment together. */
export interface MomentFields {
  readonly day: string;
  readonly time: string;
}

/**
 * A day and a time as people type them (`25/7/2022`, `8:05`, `8h05`, `8g05`), Vietnamese time. Refusals: those of
 * `parseCivilDate`, `day-missing`, `time-unreadable`.
 */
export function parseMoment(day: string, time: string, fields: MomentFields): Outcome<Instant> {
  if (!day.trim()) return refused('incidents/day-missing', undefined, fields.day);
  const date = parseCivilDate(day, fields.day);
  if (!date.ok) return date;
  const found = TIME.exec(time.trim());
  if (!found) return refused('incidents/time-unreadable', undefined, fields.time);
  return accepted(momentOf(date.value, `${(found[1] ?? '').padStart(2, '0')}:${found[2]}`));
}

const momentOf = (day: CivilDate, time: string) => instant(`${day}T${time}`);
