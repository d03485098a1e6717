import { expect, test } from 'vitest';
import { checkNewPassword, DEMO_PASSWORD } from './password-rules.ts';

const code = (password: string, secondFactor: boolean) => {
  const outcome = checkNewPassword({ password, accountName: 'ngan.pham', secondFactor });
  return outcome.ok ? 'ok' : outcome.refusal.code.replace('identity/password-', '');
};

test.each([
  ['with a second factor: seven characters', 'sen-hồn', true, 'too-short'],
  ['with a second factor: eight', 'sen-hồng', true, 'ok'],
  ['with a second factor: classes do not matter', 'honghoasen', true, 'ok'],
  ['alone: thirteen', 'Sen-hong-2026', false, 'too-short'],
  ['alone: fourteen with four classes', 'Sen-hong-2026!', false, 'ok'],
  ['alone: no figure', 'Sen-hong-Thap-Muoi', false, 'classes'],
  ['alone: no upper case', 'sen-hong-2026-thap', false, 'classes'],
  ['alone: no other sign', 'SenHong2026ThapMuoi', false, 'classes'],
  ['Vietnamese letters are letters', 'Đồng-Tháp-2026', false, 'ok'],
  ['the name of the account', 'Xin-ngan.pham-2026', false, 'has-account'],
  ['the known password of a demo', DEMO_PASSWORD, false, 'known'],
  ['the known password with a second factor', DEMO_PASSWORD.toUpperCase(), true, 'known'],
  ['one letter again and again', 'aaaaaaaaaaaa', true, 'known'],
  ['longer than can be meant', 'aB1!'.repeat(60), false, 'too-long'],
] as const)('%s', (_name, password, secondFactor, wanted) => {
  expect(code(password, secondFactor)).toBe(wanted);
});
