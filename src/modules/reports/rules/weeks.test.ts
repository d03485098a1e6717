import { expect, test } from 'vitest';
import { civilDate, weekday } from '#kernel/civil-date.ts';
import { endOfWeek, wholeWeeksBefore } from './weeks.ts';

test.each(['2022-07-25', '2022-07-28', '2022-07-31'])('before %s whole weeks end on 24/07', (day) => {
  const weeks = wholeWeeksBefore(civilDate(day), 8);
  expect(weeks).toHaveLength(8);
  expect(weeks[0]).toBe('2022-05-30');
  expect(weeks.at(-1)).toBe('2022-07-18');
  expect(endOfWeek(civilDate('2022-07-18'))).toBe('2022-07-24');
  expect(weeks.every((monday) => weekday(monday) === 1)).toBe(true);
});
