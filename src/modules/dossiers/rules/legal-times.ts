import { dateOf, dayNumber } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { dueDate } from '#kernel/working-time/due-date.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';

const FORWARD_CUTOFF = '15:00';
const SUPPLEMENT_DAYS = 3;

/**
 * Forwarded the same working day; what came after 15:00, the next working morning (NĐ 61/2018 Điều 18).
 * Vietnamese time.
 */
export function isForwardLate(calendar: WorkCalendar, received: Instant, forwarded: Instant): boolean {
  const sameDay = { value: 1, unit: 'trong_ngay' } as const;
  const { due, effectiveReceipt } = dueDate(calendar, { received, limit: sameDay, cutoff: FORWARD_CUTOFF });
  if (due === null) return false;
  if (dateOf(due) === dateOf(effectiveReceipt)) return forwarded > due;
  const morning = calendar.hoursOn(dayNumber(due)).spans[0]?.to ?? 0;
  const minute = Number(forwarded.slice(11, 13)) * 60 + Number(forwarded.slice(14, 16));
  return dateOf(forwarded) > dateOf(due) || (dateOf(forwarded) === dateOf(due) && minute > morning);
}

/** A supplement is asked within three working days of acceptance (NĐ 61/2018 Điều 19 khoản 4). */
export function isSupplementLate(calendar: WorkCalendar, received: Instant, asked: Instant): boolean {
  const { due } = dueDate(calendar, { received, limit: { value: SUPPLEMENT_DAYS, unit: 'ngay_lam_viec' } });
  return due !== null && asked > due;
}

/**
 * An apology with a new date is sent at the latest one working day before the due date (NĐ 61/2018 Điều 19 khoản 9):
 * later than the end of the working day before it is late. Vietnamese dates.
 */
export function isApologyLate(calendar: WorkCalendar, dueAt: Instant, said: Instant): boolean {
  let day = dayNumber(dateOf(dueAt)) - 1;
  while (!calendar.counts(day)) day -= 1;
  return dayNumber(dateOf(said)) > day;
}
