import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import type { PublicDossier } from '#modules/dossiers/index.ts';
import { standingOf } from './standing.ts';

const due = instant('2022-07-28T17:00');
const one = (about: object, clock: object = {}) =>
  ({
    ...{ state: 'in-progress', task: 'work', waitsOutside: false, ...about },
    clock: { state: 'running', dueAt: due, ...clock },
  }) as PublicDossier;

test.each([
  ['17:00', 'on-time'],
  ['17:01', 'late'],
])('at %s of its last day: %s', (time, standing) => {
  expect(standingOf(one({}), instant(`2022-07-28T${time}`))).toBe(standing);
});

test.each([
  ['an office that was asked', {}, 'waiting-for-opinion'],
  ['somebody outside, whoever it is', { waitsOutside: true }, 'waiting-outside'],
  ['papers of the applicant', { state: 'awaiting-supplement' }, 'waiting-for-papers'],
  ['a payment', { state: 'awaiting-payment' }, 'waiting-for-payment'],
])('standing still for %s', (_, about, standing) => {
  expect(standingOf(one(about, { state: 'suspended', dueAt: null }), due)).toBe(standing);
});

test('what has ended is never late', () => {
  expect(standingOf(one({ state: 'returned' }), instant('2022-08-01T08:00'))).toBe('returned');
});
