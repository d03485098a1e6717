import { type CivilDate, civilDate } from '../civil-date.ts';
import type { DayReason } from './derivation.ts';
import type { LimitUnit } from './limit.ts';

/** A rule of the calculus, named so that the interface can say it in words. */
export type DueDateRule =
  | 'first-day-not-counted'
  | 'working-days'
  | 'calendar-days'
  | 'months'
  | 'hours'
  | 'same-day'
  | 'weekends'
  | 'holidays'
  | 'swapped-days'
  | 'rolled-to-working-day'
  | 'same-day-cutoff'
  | 'restart'
  | 'suspended';

/** The law a rule rests on, as it is shown ("Sao lại hẹn ngày này?"). */
export interface LegalBasis {
  readonly rule: DueDateRule;
  readonly basis: string;
}

const BASES: Readonly<Record<DueDateRule, string>> = {
  'first-day-not-counted': 'Bộ luật Dân sự 2015, Điều 147 khoản 2',
  'working-days': 'Nghị định 61/2018/NĐ-CP, Điều 19; quyết định công bố thủ tục',
  'calendar-days': 'Bộ luật Dân sự 2015, Điều 147 và Điều 148',
  months: 'Bộ luật Dân sự 2015, Điều 148 khoản 3',
  hours: 'Bộ luật Dân sự 2015, Điều 147 khoản 1',
  'same-day': 'Nghị định 23/2015/NĐ-CP, Điều 7',
  weekends: 'Bộ luật Lao động 2019, Điều 111',
  holidays: 'Bộ luật Lao động 2019, Điều 112',
  'swapped-days': 'Thông báo nghỉ lễ, tết và hoán đổi ngày làm việc của năm',
  'rolled-to-working-day': 'Bộ luật Dân sự 2015, Điều 148 khoản 5',
  'same-day-cutoff': 'Nghị định 23/2015/NĐ-CP, Điều 7',
  restart: 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4',
  suspended: 'Văn bản quy định việc tạm dừng của thủ tục',
};

/** Since then the one-stop works by another decree; its articles are not cited before its text has been checked. */
const NEW_REGIME = civilDate('2025-07-01');
const NEW_BASES: Partial<Record<DueDateRule, string>> = {
  'working-days': 'Nghị định 118/2025/NĐ-CP; quyết định công bố thủ tục',
  restart: 'Nghị định 118/2025/NĐ-CP',
};

const BY_UNIT: Readonly<Record<LimitUnit, readonly DueDateRule[]>> = {
  ngay_lam_viec: ['working-days', 'first-day-not-counted'],
  ngay: ['calendar-days', 'first-day-not-counted'],
  thang: ['months', 'first-day-not-counted'],
  gio: ['hours'],
  trong_ngay: ['same-day'],
};

const BY_REASON: Readonly<Record<DayReason, DueDateRule | null>> = {
  'day-0': null,
  counted: null,
  weekend: 'weekends',
  holiday: 'holidays',
  'swapped-off': 'swapped-days',
  'swapped-work': 'swapped-days',
  paused: 'suspended',
  'after-cutoff': 'same-day-cutoff',
  rolled: 'rolled-to-working-day',
};

/**
 * The rules that made a due date, with the law in force on the day the clock started, each once. Restart and suspension
 * are defaults, for histories that do not say by which law it was (`withRecorded`).
 */
export function basisOf(
  unit: LimitUnit,
  reasons: Iterable<DayReason>,
  restarted: boolean,
  startedOn: CivilDate,
): readonly LegalBasis[] {
  const rules = new Set<DueDateRule>(BY_UNIT[unit]);
  if (restarted) rules.add('restart');
  for (const reason of reasons) {
    const rule = BY_REASON[reason];
    if (rule) rules.add(rule);
  }
  const known = startedOn < NEW_REGIME ? until : since;
  return [...rules].map((rule) => known[rule]);
}

/** The laws recorded with the events themselves in the place of the default, each once. */
export function withRecorded(
  bases: readonly LegalBasis[],
  recorded: Readonly<Partial<Record<DueDateRule, readonly (string | null | undefined)[]>>>,
): readonly LegalBasis[] {
  return bases.flatMap((one) => {
    const own = new Set((recorded[one.rule] ?? []).filter((basis) => basis != null));
    return own.size > 0 ? [...own].map((basis) => ({ rule: one.rule, basis })) : [one];
  });
}

function frozen(bases: Readonly<Record<DueDateRule, string>>) {
  const entries = Object.entries(bases).map(([rule, basis]) => [rule, Object.freeze({ rule, basis })]);
  return Object.fromEntries(entries) as Readonly<Record<DueDateRule, LegalBasis>>;
}

/** Made once: lists compute due dates by the thousand. */
const until = frozen(BASES);
const since = frozen({ ...BASES, ...NEW_BASES });
