import { expect, test } from 'vitest';
import { keysPrinted } from './key-list.ts';

test.each([
  ['j k', ['j', 'k']],
  ['Ctrl Enter', ['Control+Enter']],
  ['Alt 1–3', ['Alt+1', 'Alt+2', 'Alt+3']],
  ['Alt 4', ['Alt+4']],
  ['?', ['?']],
])('%s stands for the keys as a page writes them', (printed, keys) => {
  expect(keysPrinted(printed)).toEqual(keys);
});
