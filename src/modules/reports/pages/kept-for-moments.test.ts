import { expect, test } from 'vitest';
import { KeptForMoments } from './kept-for-moments.ts';

test('made once for all who ask within moments, again after them, or when it failed', async () => {
  const kept = new KeptForMoments<number>(20);
  let made = 0;
  const make = async () => ++made;
  expect(
    await Promise.all([kept.get('a', 0, make), kept.get('a', 0, make), kept.get('a', 19, make)]),
  ).toEqual([1, 1, 1]);
  expect(await kept.get('b', 0, make)).toBe(2);
  expect(await kept.get('a', 20, make)).toBe(3);
  // a clock that was set back keeps nothing for hours
  expect(await kept.get('a', 5, make)).toBe(4);
  await expect(kept.get('c', 0, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await kept.get('c', 0, make)).toBe(5);
});
