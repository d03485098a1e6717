import { dateOf, formatCivilDate, timeOf, weekday } from '#kernel/civil-date.ts';
import type { Weekday } from '#kernel/day-number.ts';
import type { Instant } from '#kernel/instant.ts';
import type { DayReason } from '#kernel/working-time/derivation.ts';
import type { DueDateRule } from '#kernel/working-time/legal-bases.ts';
import type { Limit, Remaining } from '#kernel/working-time/limit.ts';
import type { OpenState } from '#kernel/working-time/opening-hours.ts';
import type { TimeLeft } from '#kernel/working-time/time-left.ts';
import type { Words } from '#platform/i18n/words.ts';

/** "Đang mở cửa, đến 11:30" or when it opens next. */
export function openStateInWords(t: Words, state: OpenState, now: Instant): string {
  if (state.open) return t('calendar.open.until', { time: timeOf(state.until) });
  if (state.opensAt === null) return t('calendar.open.unknown');
  const date = dateOf(state.opensAt);
  const time = timeOf(state.opensAt);
  if (date === dateOf(now)) return t('calendar.open.later-today', { time });
  return t('calendar.open.another-day', {
    time,
    weekday: weekdayInWords(t, weekday(date)),
    date: formatCivilDate(date),
  });
}

/** "thứ Hai" … "Chủ nhật". */
export function weekdayInWords(t: Words, day: Weekday): string {
  return t(`calendar.weekday.${day}`);
}

/** "còn 2 ngày làm việc", "quá hạn 3 giờ 20 phút": the largest unit, hours with their minutes. */
export function timeLeftInWords(t: Words, left: TimeLeft): string {
  if (left.late && left.days + left.hours + left.minutes === 0) return t('calendar.left.just-late');
  const shown = left.unit === 'working-days' ? { ...left, hours: 0, minutes: 0 } : left;
  return sayLeft(t, left.late, shown);
}

/** As `timeLeftInWords`, to the minute: "còn 2 ngày làm việc 3 giờ 20 phút". */
export function timeLeftToTheMinute(t: Words, left: TimeLeft): string {
  return sayLeft(t, left.late, left);
}

function sayLeft(t: Words, late: boolean, parts: Pick<TimeLeft, 'days' | 'hours' | 'minutes'>): string {
  const said = [
    parts.days > 0 ? daysInWords(t, parts.days) : '',
    parts.hours > 0 ? hoursInWords(t, parts.hours) : '',
    parts.minutes > 0 ? minutesInWords(t, parts.minutes) : '',
  ].filter((text) => text !== '');
  const time = said.length > 0 ? said.join(' ') : minutesInWords(t, 0);
  return late ? t('calendar.left.late', { time }) : t('calendar.left.left', { time });
}

/** How long something takes, as one says it: days rounded, hours, minutes. `perDay`: office minutes of a day. */
export function aboutInWords(t: Words, minutes: number, perDay: number): string {
  const days = Math.round(minutes / perDay);
  if (minutes >= perDay * 0.9) return daysInWords(t, Math.max(1, days));
  if (minutes >= 55) return hoursInWords(t, Math.round(minutes / 60));
  return minutesInWords(t, Math.max(1, minutes));
}

function daysInWords(t: Words, value: number): string {
  return value === 1 ? t('calendar.amount.working-day') : t('calendar.amount.working-days', { value });
}

function hoursInWords(t: Words, value: number): string {
  return value === 1 ? t('calendar.amount.hour') : t('calendar.amount.hours', { value });
}

function minutesInWords(t: Words, value: number): string {
  return value === 1 ? t('calendar.amount.minute') : t('calendar.amount.minutes', { value });
}

/** A limit as the catalogue states it: "10 ngày làm việc", "trong ngày", "không quy định thời hạn". */
export function limitInWords(t: Words, limit: Limit | null): string {
  if (limit === null || limit.value === null) return t('calendar.limit.none');
  if (limit.unit === 'trong_ngay') return t('calendar.limit.same-day');
  if (limit.unit === 'ngay_lam_viec') return daysInWords(t, limit.value);
  if (limit.unit === 'gio') return hoursInWords(t, limit.value);
  if (limit.unit === 'ngay') return calendarDaysInWords(t, limit.value);
  return limit.value === 1 ? t('calendar.amount.month') : t('calendar.amount.months', { value: limit.value });
}

function calendarDaysInWords(t: Words, value: number): string {
  return value === 1 ? t('calendar.amount.day') : t('calendar.amount.days', { value });
}

/** What is left of a limit while the clock stands still. */
export function remainingInWords(t: Words, remaining: Remaining): string {
  if (remaining.unit === 'ngay_lam_viec') return daysInWords(t, remaining.value);
  if (remaining.unit === 'ngay') return calendarDaysInWords(t, remaining.value);
  if (remaining.unit === 'phut') return minutesInWords(t, remaining.value);
  return t('calendar.limit.same-day');
}

/** Why a day of a derivation counted or not. */
export function reasonInWords(t: Words, why: DayReason): string {
  return t(`calendar.why.${why}`);
}

/** A rule of the calculus in one sentence; its legal basis is data beside it. */
export function ruleInWords(t: Words, rule: DueDateRule): string {
  return t(`calendar.rule.${rule}`);
}
