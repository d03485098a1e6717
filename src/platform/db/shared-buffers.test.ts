import { expect, test } from 'vitest';
import { memoryHere, sharedBuffers } from './shared-buffers.ts';

const GB = 1024 ** 3;

test('a sixteenth of the memory, no less than PostgreSQL starts with and no more than a gigabyte', () => {
  expect([1, 2, 4, 8, 16, 64].map((gigabytes) => sharedBuffers(gigabytes * GB))).toEqual([
    ...[128, 128, 256, 512, 1024, 1024],
  ]);
});

test('what this machine has is read', () => {
  expect(memoryHere()).toBeGreaterThan(GB / 4);
});
