import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { createWords } from '#platform/i18n/words.ts';
import calendarEn from '../../calendar/words/en.json' with { type: 'json' };
import calendarVi from '../../calendar/words/vi.json' with { type: 'json' };
import type { Risk } from '../rules/risk.ts';
import en from '../words/en.json' with { type: 'json' };
import vi from '../words/vi.json' with { type: 'json' };
import { riskView } from './risk-view.tsx';

const calendar = new WorkCalendar({
  days: [],
  knownFrom: civilDate('2022-01-01'),
  knownUntil: civilDate('2022-12-31'),
});
const t = createWords({ dossiers: { vi, en }, calendar: { vi: calendarVi, en: calendarEn } })('vi');
const now = instant('2022-07-25T08:00'); // a Monday
const dossier = { clock: 'running', dueAt: instant('2022-07-26T17:00'), stepName: 'Thẩm định' };
const risk: Risk = {
  ...{ probability: 0.62, level: 'high', reason: 'needs-longer', enteredAt: instant('2022-07-21T08:00') },
  ...{ usualMinutes: 960, openNow: 45, openUsual: 20 },
};
const said = (change: Partial<Risk>, of = dossier) =>
  riskView(t, calendar, of, { ...risk, ...change }, now)?.said;

test.each([
  [
    {},
    'Nguy cơ trễ cao: từ bước Thẩm định đến khi có kết quả thường mất 2 ngày làm việc, còn 1 ngày làm việc',
  ],
  [
    { reason: 'stays-longer' },
    'Nguy cơ trễ cao: đã ở bước Thẩm định 2 ngày làm việc, thường 2 ngày làm việc là có kết quả, còn 1 ngày làm việc',
  ],
  [
    { reason: 'crowded', level: 'medium' },
    'Có nguy cơ trễ: đơn vị đang giữ 45 hồ sơ, ngày thường 20, còn 1 ngày làm việc',
  ],
  [
    { reason: 'holder-crowded' },
    'Nguy cơ trễ cao: người đang giữ có 45 hồ sơ trong tay, ngày thường 20, còn 1 ngày làm việc',
  ],
  [
    { reason: 'season' },
    'Nguy cơ trễ cao: vào kỳ này hồ sơ thường trễ nhiều hơn: cứ 10 hồ sơ như thế này thì 6 trễ, còn 1 ngày làm việc',
  ],
  [
    { reason: 'often' },
    'Nguy cơ trễ cao: cứ 10 hồ sơ còn ở bước Thẩm định như thế này thì 6 trễ, còn 1 ngày làm việc',
  ],
  [{ reason: 're-appointed' }, 'Nguy cơ trễ cao: đã xin lỗi và hẹn lại, còn 1 ngày làm việc'],
  [
    { level: 'low', usualMinutes: 90 },
    'Ít nguy cơ trễ: từ bước Thẩm định đến khi có kết quả thường mất 2 giờ',
  ],
] as const)('%j is said as %s', (change, words) => {
  expect(said(change)).toBe(words);
});

test('late already, stopped, ended or not judged: nothing is said', () => {
  expect(said({}, { ...dossier, dueAt: instant('2022-07-22T17:00') })).toBeUndefined();
  expect(said({}, { ...dossier, clock: 'suspended' })).toBeUndefined();
  expect(riskView(t, calendar, dossier, null, now)).toBeUndefined();
});
