import { expect, test } from 'vitest';
import { bringBack, PATIENCE_MS } from './bring-back.ts';

/** A server that lets somebody in so long after its start, or never; time passes only in the pauses. */
function trying(letsInAfterMs: readonly number[], mayWait: (error: unknown) => boolean = () => true) {
  const told: string[] = [];
  let now = 0;
  let startedAt: number | undefined;
  let starts = 0;
  const back = bringBack({
    server: {
      start: async () => {
        if (startedAt !== undefined) return;
        startedAt = now;
        starts += 1;
      },
      end: async () => {
        told.push(`ended at ${now / 60_000}`);
        startedAt = undefined;
      },
    },
    enter: async () => {
      const wanted = letsInAfterMs[starts - 1] ?? 0;
      if (startedAt === undefined || now - startedAt < wanted) throw new Error('in recovery');
      return `in at ${Math.round(now / 1000)} s`;
    },
    mayWait,
    waiting: () => {},
    nowMs: () => now,
    pause: async (ms) => {
      now += ms;
    },
  });
  return { back, told };
}

test('one that needs seconds is waited for, and not ended', async () => {
  const { back, told } = trying([20_000]);
  expect([await back, told]).toEqual(['in at 21 s', []]);
});

test('one that lets nobody in for minutes is ended and started again; a recovery that is only long comes to its end', async () => {
  const hanging = trying([Number.POSITIVE_INFINITY, 1_000]);
  await hanging.back;
  expect(hanging.told).toHaveLength(1);
  const long = trying(Array.from({ length: 9 }, () => 3 * PATIENCE_MS));
  await long.back;
  expect(long.told).toHaveLength(2);
});

test('what no waiting helps against is said at once', async () => {
  await expect(trying([1_000], () => false).back).rejects.toThrow('in recovery');
});
