import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type CalendarDeps, type CalendarPress, logCalendar } from '../deps.ts';
import { checkDayChange, dayKinds } from '../rules/day-change.ts';
import { findDay, type KeptDay, keepDay, lockCalendar, pressIsDone } from '../store-days.ts';
import { tellChanged } from './changed.ts';
import { noticeText } from './confirm-year.ts';

export interface ChangeDayPress extends CalendarPress {
  readonly pressId: string;
  readonly date: CivilDate;
  readonly kind: string;
  readonly name: string;
  readonly swappedWith: CivilDate | null;
  readonly noticeNumber: string;
  readonly noticeDate: CivilDate;
  /** Kind and name as the form showed them; '' when the day was like its weekday. */
  readonly seen: string;
}

/** How a form names what it was drawn from. */
export function seenDay(day: KeptDay | undefined): string {
  return day ? `${day.kind} ${day.name}` : '';
}

/**
 * A day becomes a holiday, is swapped, or is like its weekday again, by a notice. Refuses as `checkDayChange`,
 * `calendar/notice-missing`, `calendar/day-name-missing`, `calendar/changed-meanwhile`.
 */
export async function changeDay(deps: CalendarDeps, press: ChangeDayPress): Promise<Outcome<true>> {
  const kind = dayKinds.find((one) => one === press.kind);
  if (!kind) return refused('calendar/day-kind-missing', {}, 'loai');
  if (cleanLine(press.noticeNumber).text === '')
    return refused('calendar/notice-missing', {}, 'so-thong-bao');
  const { date, swappedWith, pressId } = press;
  return inTransaction(deps.db, async (tx) => {
    await lockCalendar(tx);
    if (await pressIsDone(tx, pressId)) return accepted(true);
    const before = await findDay(tx, date);
    const name = cleanLine(press.name).text || (kind === 'ordinary' ? (before?.name ?? '') : '');
    if (name === '') return refused('calendar/day-name-missing', {}, 'ten');
    const { legalNow, machineNow } = press.origin;
    const special = before !== undefined && before.kind !== 'ordinary';
    const checked = checkDayChange({ date, kind, swappedWith }, dateOf(legalNow), special);
    if (!checked.ok) return checked;
    if (seenDay(before) !== press.seen) return refused('calendar/changed-meanwhile');
    const notice = noticeText(press.noticeNumber, press.noticeDate);
    const after = { date, kind, name, checked: true, source: notice, swappedWith };
    const by = press.actor.accountId;
    await keepDay(tx, { pressId, before, after, notice, by, legalNow, machineNow });
    await tellChanged(tx, press, { from: date, to: date });
    await logCalendar(tx, press, 'change-day', date);
    return accepted(true);
  });
}
