import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each([
  ['/lam-viec/ho-so/000.00.16-220725-0001?tab=giay-to', true],
  ['/lam-viec', true],
  ['/', true],
  ['//evil.example/x', false],
  ['/\\evil.example', false],
  ['https://evil.example', false],
  ['/%5cevil.example', false],
  ['javascript:alert(1)', false],
  ['/x\r\nSet-Cookie: a=b', false],
  ['/a b', false],
  ['/dang-nhap', false],
  ['/dang-nhap/ma?ve=/x', false],
  ['/moi/abc', false],
  ['', false],
  [`/${'a'.repeat(600)}`, false],
] as const)('%s', (given, taken) => {
  expect(localPath(given, '/lam-viec')).toBe(taken ? given : '/lam-viec');
});
