import { expect, test } from 'vitest';
import { inLanes } from './lanes.ts';

function* numbers(count: number) {
  for (let n = 1; n <= count; n += 1) yield n;
}

test('all are worked through, no more at a time than there are lanes', async () => {
  let [now, most] = [0, 0];
  const doubled = await inLanes(2, numbers(9), async (n) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((done) => setImmediate(done));
    now -= 1;
    return 2 * n;
  });
  expect(doubled.sort((a, b) => a - b)).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18]);
  expect(most).toBe(2);
});

test('a failure is told only when the other lane has ended what it was doing, and nothing new is begun', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const [slow, failed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const all = inLanes(2, numbers(9), async (n) => {
    begun.push(n);
    if (n === 2) {
      failed.resolve();
      throw new Error('the second');
    }
    await slow.promise;
    ended.push(n);
  });
  let told = false;
  const telling = all.catch(() => {
    told = true;
  });
  await failed.promise;
  await new Promise((done) => setImmediate(done));
  expect([told, ended]).toEqual([false, []]);
  slow.resolve();
  await expect(all).rejects.toThrow('the second');
  await telling;
  expect([begun, ended]).toEqual([[1, 2], [1]]);
});

test('when there is nothing more to be had it fails too', async () => {
  function* broken() {
    yield 1;
    throw new Error('away');
  }
  await expect(inLanes(2, broken(), async () => {})).rejects.toThrow('away');
});
