import { expect, test } from 'vitest';
import { expectedInWords, mostExpected, sumOfExpected } from './expected-late.ts';

const one = { officeId: 'a', due: 5, expected: 1.25, high: 1, medium: 2, unjudged: 1 };
const other = { ...one, officeId: 'b', due: 9, expected: 0.5 };

test('numbers add up; where most will be late comes first', () => {
  expect(sumOfExpected([one, other])).toEqual({ due: 14, expected: 1.75, high: 2, medium: 4, unjudged: 2 });
  expect(sumOfExpected([]).expected).toBe(0);
  expect(mostExpected([other, one]).map(({ officeId }) => officeId)).toEqual(['a', 'b']);
});

test.each([
  [0, '0'],
  [0.04, '0'],
  [0.06, '0,1'],
  [2.44, '2,4'],
  [9.94, '9,9'],
  [9.96, '10'],
  [31.6, '32'],
])('%d is said as %s', (expected, words) => expect(expectedInWords(expected)).toBe(words));
