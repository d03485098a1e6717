import { describe, expect, it } from 'vitest';
import { anInstant } from './testing.ts';
import { classOfEnded, classOfOpen } from './timeliness.ts';

const due = anInstant('2022-07-21T17:00:00+07:00');
const at = (text: string) => anInstant(`2022-07-${text}+07:00`);

describe('class of an ended dossier', () => {
  it.each([
    ['20T23:00:00', 'ngay', 'early'],
    ['21T07:00:00', 'ngay_lam_viec', 'on-time'],
    ['21T19:00:00', 'ngay_lam_viec', 'on-time'],
    ['22T00:00:00', 'thang', 'late'],
    ['21T16:59:59', 'gio', 'early'],
    ['21T17:00:59', 'gio', 'on-time'],
    ['21T17:01:00', 'gio', 'late'],
    ['21T19:00:00', 'trong_ngay', 'on-time'],
  ] as const)('ended %s, limit in %s: %s', (ended, unit, expected) => {
    expect(classOfEnded({ due, unit, ended: at(ended) })).toBe(expected);
  });

  it('is on time without a due date and when withdrawn', () => {
    expect(classOfEnded({ due: null, unit: null, ended: at('30T08:00:00') })).toBe('on-time');
    expect(classOfEnded({ due, unit: 'ngay', ended: at('30T08:00:00'), withdrawn: true })).toBe('on-time');
  });
});

describe('class of an open dossier at the end of a period', () => {
  it.each([
    [due, '21T23:59:59', 'ngay', false, 'in-time'],
    [due, '22T00:00:00', 'ngay', false, 'overdue'],
    [due, '22T00:00:00', 'ngay', true, 'in-time'],
    [due, '21T17:00:00', 'gio', false, 'in-time'],
    [due, '21T17:01:00', 'gio', false, 'overdue'],
    [null, '22T00:00:00', 'ngay', false, 'in-time'],
  ] as const)('due %s at %s in %s, waiting %s: %s', (when, moment, unit, waiting, expected) => {
    expect(classOfOpen({ due: when, unit, at: at(moment), waiting })).toBe(expected);
  });
});
