import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { firstStepOf, isIdle, needsSecondFactor, passwordIsOld } from './account-policy.ts';

const now = instant('2026-11-24T08:00:00');

test('the second factor is compulsory for administrators and signing leaders', () => {
  expect(needsSecondFactor('admin', [])).toBe(true);
  expect(needsSecondFactor('operational', ['reception-officer', 'signing-leader'])).toBe(true);
  expect(needsSecondFactor('operational', ['reception-officer', 'specialist'])).toBe(false);
});

test('45 days without use disable, 45 exactly do not; a demo is exempt', () => {
  expect(isIdle(instant('2026-10-10T23:00:00'), now, 'real')).toBe(false);
  expect(isIdle(instant('2026-10-09T23:00:00'), now, 'real')).toBe(true);
  expect(isIdle(instant('2026-01-01T00:00:00'), now, 'demo')).toBe(false);
});

test('administrators change their password every two months', () => {
  expect(passwordIsOld('admin', instant('2026-09-24T09:00:00'), now, 'real')).toBe(true);
  expect(passwordIsOld('admin', instant('2026-09-25T09:00:00'), now, 'real')).toBe(false);
  expect(passwordIsOld('operational', instant('2020-01-01T09:00:00'), now, 'real')).toBe(false);
  expect(passwordIsOld('admin', instant('2020-01-01T09:00:00'), now, 'demo')).toBe(false);
});

test('first the password, then the second factor, then work', () => {
  const account = {
    kind: 'operational',
    mustChangePassword: true,
    passwordChangedAt: now,
    secondFactorSet: false,
    roles: ['signing-leader'],
  } as const;
  expect(firstStepOf(account, now, 'real')).toBe('change-password');
  expect(firstStepOf({ ...account, mustChangePassword: false }, now, 'real')).toBe('second-factor');
  expect(
    firstStepOf({ ...account, mustChangePassword: false, secondFactorSet: true }, now, 'real'),
  ).toBeNull();
  expect(
    firstStepOf({ ...account, mustChangePassword: false, roles: ['specialist'] }, now, 'real'),
  ).toBeNull();
});
