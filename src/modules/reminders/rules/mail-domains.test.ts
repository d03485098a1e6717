import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayGetLetters, readDomains } from './mail-domains.ts';

test.each([
  ['dongthap.gov.vn', ['dongthap.gov.vn']],
  [
    ' DongThap.gov.vn,\n chauthanh.dongthap.gov.vn\r\ndongthap.gov.vn ',
    ['dongthap.gov.vn', 'chauthanh.dongthap.gov.vn'],
  ],
  ['', []],
])('%j is read', (typed, value) => {
  expect(readDomains(typed)).toEqual({ ok: true, value });
});

test.each([
  ['gmail.com', 'domain-of-everybody'],
  ['dongthap.gov.vn yahoo.com', 'domain-of-everybody'],
  ['gov.vn', 'domain-of-everybody'],
  ['vn', 'wrong-domain'],
  ['an@dongthap.gov.vn', 'wrong-domain'],
  ['*.gov.vn', 'wrong-domain'],
  ['-a.gov.vn', 'wrong-domain'],
  ['10.0.0.1', 'wrong-domain'],
  ['đồng-tháp.vn', 'wrong-domain'],
])('%j is refused: %s', (typed, code) => {
  expect(readDomains(typed)).toMatchObject({ refusal: { code: `reminders/${code}`, field: 'ten-mien' } });
});

test.each([
  ['an@dongthap.gov.vn', true],
  ['an@DongThap.GOV.vn', true],
  ['an@chauthanh.dongthap.gov.vn', true],
  ['an@xdongthap.gov.vn', false],
  ['an@dongthap.gov.vn.evil.example', false],
  ['dongthap.gov.vn@gmail.com', false],
  ['an@gov.vn', false],
])('%s: %s', (address, may) => {
  expect(mayGetLetters(address, ['dongthap.gov.vn'])).toBe(may);
});

test('without a domain nobody gets a letter', () => {
  fc.assert(fc.property(fc.emailAddress(), (address) => !mayGetLetters(address, [])));
});
