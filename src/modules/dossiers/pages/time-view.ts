import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { timeLeft } from '#kernel/working-time/time-left.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { TimeLeftView } from '#ui/components/time-left.tsx';
import { stillClocks } from '../rules/dossier.ts';

const MINUTES_OF_HOUR = 60;

/** Time left as the page says it: amber within a day, red when late. Undefined where no clock runs. */
export function timeLeftView(
  calendar: WorkCalendar,
  clock: string,
  dueAt: Instant | null,
  now: Instant,
): TimeLeftView | undefined {
  if (stillClocks.includes(clock)) return { kind: 'stopped' };
  if (clock !== 'running' || !dueAt) return undefined;
  const left = timeLeft(calendar, now, dueAt);
  if (left.value === 0 && !left.late) return { kind: 'due-now' };
  const soon = left.unit !== 'working-days' || left.value <= 1 || dateOf(dueAt) === dateOf(now);
  const unit = left.unit === 'working-days' ? 'days' : left.unit;
  return { kind: left.late ? 'late' : soon ? 'soon' : 'running', amount: left.value, unit };
}

/** Office minutes as the table under the clock bar writes them: `36 giờ 52 phút`. */
export function officeTime(t: Words, minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_OF_HOUR);
  const rest = minutes % MINUTES_OF_HOUR;
  if (hours === 0) return t('dossiers.time.minutes', { minutes: rest });
  return rest === 0
    ? t('dossiers.time.hours', { hours })
    : t('dossiers.time.hours-minutes', { hours, minutes: rest });
}
