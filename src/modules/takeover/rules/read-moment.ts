import { type CivilDate, dayNumber, parseCivilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { ColumnKey } from './columns.ts';
import type { RowReader } from './doubt.ts';

export interface ReadMoment {
  readonly day: CivilDate;
  /** `08:30`; null: only the day is written. */
  readonly time: string | null;
}

/** `25/07/2022 08:30`, `08:30 25/07/2022`, `2022-07-25T08:30`, `25/07/2022`; null when it is empty or wrong. */
export function readMoment(reader: RowReader, column: ColumnKey): ReadMoment | null {
  const typed = reader.text(column);
  if (typed === '') return null;
  const time = /(?:^|[\sT,])(\d{1,2})[:h](\d{2})(?::\d{2})?(?=$|[\s,])/u.exec(typed);
  const rest = (time ? typed.replace(time[0], ' ') : typed).replace(/,/g, ' ').trim();
  const day = parseCivilDate(rest);
  const [hours, minutes] = [Number(time?.[1] ?? 0), Number(time?.[2] ?? 0)];
  if (!day.ok || hours > 23 || minutes > 59) {
    reader.error('date-unreadable', column);
    return null;
  }
  return {
    day: day.value,
    time: time ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : null,
  };
}

/** Without a time: when the office opens, or closes, on that day. */
export function momentOf(
  { day, time }: ReadMoment,
  calendar: WorkCalendar,
  without: 'opens' | 'closes',
): Instant {
  if (time !== null) return instant(`${day}T${time}`);
  const { spans } = calendar.hoursOn(dayNumber(day));
  const minute = without === 'opens' ? (spans[0]?.from ?? 420) : (spans.at(-1)?.to ?? 1020);
  const written = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'));
  return instant(`${day}T${written.join(':')}`);
}
