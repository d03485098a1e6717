import { addDays, type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { dueDate } from '#kernel/working-time/due-date.ts';
import { isPast, lastCountingDay, openingOf } from '#kernel/working-time/office-day.ts';
import { addOfficeMinutes } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';

const FORWARD_CUTOFF = '15:00';
/** "Đầu giờ ngày làm việc tiếp theo": the law names no minute, this is its first hour. */
const FIRST_MINUTES = 60;
const SUPPLEMENT_DAYS = 3;

/**
 * Until when a dossier is forwarded: the same working day; what came at 15:00 or later, in the first office hour of the next
 * working day (NĐ 61/2018 Điều 18). Vietnamese time; at that minute it is not yet late.
 */
export function forwardBy(calendar: WorkCalendar, received: Instant): Instant {
  const sameDay = { value: 1, unit: 'trong_ngay' } as const;
  const { due, effectiveReceipt } = dueDate(calendar, { received, limit: sameDay, cutoff: FORWARD_CUTOFF });
  if (due === null || dateOf(due) === dateOf(effectiveReceipt)) return due ?? received;
  return addOfficeMinutes(calendar, openingOf(calendar, dateOf(due)), FIRST_MINUTES);
}

export function isForwardLate(calendar: WorkCalendar, received: Instant, forwarded: Instant): boolean {
  return isPast(forwardBy(calendar, received), forwarded);
}

/**
 * Until when a supplement is asked: within three working days of acceptance (NĐ 61/2018 Điều 19 khoản 4). Vietnamese
 * time, the closing time of the third day.
 */
export function supplementBy(calendar: WorkCalendar, received: Instant): Instant {
  const limit = { value: SUPPLEMENT_DAYS, unit: 'ngay_lam_viec' } as const;
  return dueDate(calendar, { received, limit }).due ?? received;
}

export function isSupplementLate(calendar: WorkCalendar, received: Instant, asked: Instant): boolean {
  return asked > supplementBy(calendar, received);
}

/**
 * The last day on which an apology with a new date is in time: the working day before the due date (NĐ 61/2018 Điều 19
 * khoản 9). Vietnamese dates.
 */
export function apologyDay(calendar: WorkCalendar, dueAt: Instant): CivilDate {
  return lastCountingDay(calendar, addDays(dateOf(dueAt), -1));
}

export function isApologyLate(calendar: WorkCalendar, dueAt: Instant, said: Instant): boolean {
  return dateOf(said) > apologyDay(calendar, dueAt);
}
