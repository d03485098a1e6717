import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOfMs } from '#kernel/instant.ts';
import { createRandom } from '#platform/random/random.ts';
import { base32 } from './base32.ts';
import { checkPassword, hashPassword } from './password-hash.ts';
import { hashRecoveryCode, newRecoveryCodes } from './tokens.ts';
import { acceptableCode, matchingStep, otpauthUri, totpCode, totpStep } from './totp.ts';

const random = createRandom();
const rfcSecret = Buffer.from('12345678901234567890');

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('RFC 6238 appendix B, second %d', (seconds, code) => {
  expect(totpCode(rfcSecret, totpStep(instantOfMs(seconds * 1000)), 8)).toBe(code);
});

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648 base32 of "%s"', (text, wanted) => {
  expect(base32(Buffer.from(text))).toBe(wanted);
});

test('a code is taken one step early or late, once, and never an older one after it', () => {
  const now = instantOfMs(1_700_000_010_000);
  const step = totpStep(now);
  for (const drift of [-1, 0, 1])
    expect(matchingStep(rfcSecret, totpCode(rfcSecret, step + drift), now, 0)).toBe(step + drift);
  expect(matchingStep(rfcSecret, totpCode(rfcSecret, step + 2), now, 0)).toBeUndefined();
  expect(matchingStep(rfcSecret, totpCode(rfcSecret, step), now, step)).toBeUndefined();
  expect(matchingStep(rfcSecret, totpCode(rfcSecret, step - 1), now, step)).toBeUndefined();
});

test('the printed code is always one that is taken, unless two were used already', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10 ** 9, max: 2 ** 31 }),
      fc.integer({ min: -5, max: 0 }),
      (seconds, used) => {
        const now = instantOfMs(seconds * 1000);
        const last = totpStep(now) + used;
        expect(matchingStep(rfcSecret, acceptableCode(rfcSecret, now, last), now, last)).toBeDefined();
      },
    ),
  );
});

test('the address of the QR code', () => {
  expect(otpauthUri(rfcSecret, 'ngan.pham', 'Một Cửa')).toBe(
    'otpauth://totp/M%E1%BB%99t%20C%E1%BB%ADa:ngan.pham?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=M%E1%BB%99t%20C%E1%BB%ADa&period=30&digits=6',
  );
});

test('a password is known again by its hash, by nothing else', async () => {
  const hash = await hashPassword('Sen-hồng-2026!', random);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await checkPassword('Sen-hồng-2026!', hash)).toBe(true);
  expect(await checkPassword('Sen-hồng-2026', hash)).toBe(false);
  expect(await checkPassword('', null)).toBe(false);
});

test('recovery codes: ten different ones, read with or without the hyphen', () => {
  const codes = newRecoveryCodes(random);
  expect(new Set(codes).size).toBe(10);
  const code = codes[0] ?? '';
  expect(code).toMatch(/^[a-z0-9]{5}-[a-z0-9]{5}$/);
  expect(hashRecoveryCode('a', code.toUpperCase().replace('-', ' '))).toEqual(hashRecoveryCode('a', code));
  expect(hashRecoveryCode('b', code)).not.toEqual(hashRecoveryCode('a', code));
});
