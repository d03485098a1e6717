import { describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import type { TimeLeft } from '#kernel/working-time/time-left.ts';
import { createWords } from '#platform/i18n/words.ts';
import {
  limitInWords,
  openStateInWords,
  reasonInWords,
  remainingInWords,
  ruleInWords,
  timeLeftInWords,
  timeLeftToTheMinute,
} from './in-words.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const words = createWords({ calendar: { vi, en } });
const [t, inEnglish] = [words('vi'), words('en')];
const now = instant('2022-07-22T17:00:00+07:00');

const left = (late: boolean, days: number, hours: number, minutes: number): TimeLeft => {
  const unit = days > 0 ? 'working-days' : hours > 0 ? 'hours' : 'minutes';
  return { late, unit, value: days || hours || minutes, days, hours, minutes };
};

describe('time left', () => {
  test.each([
    [
      left(false, 2, 3, 20),
      'còn 2 ngày làm việc',
      'còn 2 ngày làm việc 3 giờ 20 phút',
      '2 working days left',
    ],
    [left(true, 0, 3, 0), 'quá hạn 3 giờ', 'quá hạn 3 giờ', 'overdue by 3 hours'],
    [left(false, 0, 1, 1), 'còn 1 giờ 1 phút', 'còn 1 giờ 1 phút', '1 hour 1 minute left'],
    [left(false, 0, 0, 0), 'còn 0 phút', 'còn 0 phút', '0 minutes left'],
    [left(true, 0, 0, 0), 'vừa quá hạn', 'quá hạn 0 phút', 'just overdue'],
  ])('%j', (time, short, exact, english) => {
    expect(timeLeftInWords(t, time)).toBe(short);
    expect(timeLeftToTheMinute(t, time)).toBe(exact);
    expect(timeLeftInWords(inEnglish, time)).toBe(english);
  });
});

test('opening', () => {
  const opensAt = instant('2022-07-25T07:00:00+07:00');
  expect(openStateInWords(t, { open: true, until: instant('2022-07-22T11:30:00+07:00') }, now)).toBe(
    'Đang mở cửa, đến 11:30',
  );
  expect(openStateInWords(t, { open: false, opensAt }, now)).toBe(
    'Đang đóng cửa, mở lại lúc 07:00 thứ Hai, 25/07/2022',
  );
  expect(openStateInWords(t, { open: false, opensAt }, instant('2022-07-25T05:00:00+07:00'))).toContain(
    'hôm nay',
  );
  expect(openStateInWords(t, { open: false, opensAt: null }, now)).toContain('chưa có lịch');
});

test('limits, what remains, reasons and rules', () => {
  expect(limitInWords(t, { value: 10, unit: 'ngay_lam_viec' })).toBe('10 ngày làm việc');
  expect(limitInWords(t, { value: 1, unit: 'trong_ngay' })).toBe('trong ngày làm việc');
  expect(limitInWords(t, { value: 2, unit: 'thang' })).toBe('2 tháng');
  expect(limitInWords(inEnglish, { value: 1, unit: 'ngay' })).toBe('1 day');
  expect(limitInWords(t, { value: 24, unit: 'gio' })).toBe('24 giờ');
  expect(limitInWords(t, null)).toBe('không quy định thời hạn');
  expect(remainingInWords(t, { value: 4, unit: 'ngay' })).toBe('4 ngày');
  expect(remainingInWords(t, { value: 90, unit: 'phut' })).toBe('90 phút');
  expect(reasonInWords(t, 'holiday')).toBe('nghỉ lễ, không tính');
  expect(ruleInWords(t, 'restart')).toContain('tính lại từ đầu');
});
