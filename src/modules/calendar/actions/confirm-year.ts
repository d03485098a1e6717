import { createHash } from 'node:crypto';
import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type CalendarDeps, type CalendarPress, logCalendar } from '../deps.ts';
import {
  confirmYearRow,
  type KeptDay,
  keepDay,
  listDaysOfYear,
  lockCalendar,
  pressIsDone,
} from '../store-days.ts';
import { tellChanged } from './changed.ts';

export interface ConfirmYearPress extends CalendarPress {
  readonly pressId: string;
  readonly year: number;
  readonly noticeNumber: string;
  readonly noticeDate: CivilDate;
  /** Digest of the days as they were shown. */
  readonly seen: string;
}

/** What somebody saw of a year. */
export function digestOfDays(days: readonly KeptDay[]): string {
  const text = days
    .map((day) => [day.date, day.kind, day.name, day.checked, day.swappedWith ?? ''].join('\t'))
    .join('\n');
  return createHash('sha256').update(text).digest('hex');
}

/** `Thông báo số … ngày 22/12/2025` as it is kept with each day. */
export function noticeText(number: string, date: CivilDate): string {
  return `${cleanLine(number).text}, ${formatCivilDate(date)}`;
}

/**
 * All days of a year are as the yearly notice says: each is confirmed by it, and due dates over them are certain.
 * The same press again does nothing more. Refuses `calendar/notice-missing`, `calendar/no-days`,
 * `calendar/changed-meanwhile` (somebody changed a day since the list was drawn).
 */
export async function confirmYear(deps: CalendarDeps, press: ConfirmYearPress): Promise<Outcome<true>> {
  if (cleanLine(press.noticeNumber).text === '')
    return refused('calendar/notice-missing', {}, 'so-thong-bao');
  const notice = noticeText(press.noticeNumber, press.noticeDate);
  return inTransaction(deps.db, async (tx) => {
    await lockCalendar(tx);
    if (await pressIsDone(tx, press.pressId)) return accepted(true);
    const days = await listDaysOfYear(tx, press.year);
    if (days.every((day) => day.kind === 'ordinary')) return refused('calendar/no-days');
    if (digestOfDays(days) !== press.seen) return refused('calendar/changed-meanwhile');
    const { legalNow, machineNow } = press.origin;
    const by = press.actor.accountId;
    const unchecked = days.filter((day) => !day.checked);
    for (const before of unchecked) {
      const after = { ...before, checked: true, source: notice };
      await keepDay(tx, { pressId: press.pressId, before, after, notice, by, legalNow, machineNow });
    }
    await confirmYearRow(tx, press.year, notice, { accountId: by, at: machineNow });
    const [from, to] = [`${press.year}-01-01` as CivilDate, `${press.year}-12-31` as CivilDate];
    await tellChanged(tx, press, { from, to }); // what was uncertain is certain now
    await logCalendar(tx, press, 'confirm-year', String(press.year));
    return accepted(true);
  });
}
