import { expect, test } from 'vitest';
import { checkLinkToken, linkToken } from './link-token.ts';

const key = new Uint8Array(32).fill(7);
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

test('one code has one text: no other last letter, no padding, nothing appended', () => {
  const token = linkToken(key, 'receipt', 'H1');
  expect(checkLinkToken(key, token, 'receipt', 'H1')).toBe(true);
  const others = [...LETTERS].map((letter) => token.slice(0, -1) + letter).filter((one) => one !== token);
  const appended = ['=', '==', '\0', ' ', '.', 'A'].map((end) => token + end);
  const standard = token.replaceAll('-', '+').replaceAll('_', '/');
  for (const wrong of [
    ...others,
    ...appended,
    ...(standard === token ? [] : [standard]),
    token.slice(0, -1),
    '',
  ])
    expect(checkLinkToken(key, wrong, 'receipt', 'H1')).toBe(false);
  expect(checkLinkToken(key, token, 'receipt', 'H2')).toBe(false);
});
