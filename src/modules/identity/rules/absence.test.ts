import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, type Role, roles } from '#kernel/actor.ts';
import { addDays, civilDate } from '#kernel/civil-date.ts';
import { checkAbsence, lastDayOf, mayRecordAbsence } from './absence.ts';

const day = (text: string) => civilDate(text);
const days = (from: string, to: string) => ({ validFrom: day(from), validTo: day(to) });

test.each([
  ['one day', '2022-07-25', '2022-07-25', 'ok'],
  ['turned', '2022-07-25', '2022-07-24', 'identity/dates-turned'],
  ['over another', '2022-08-03', '2022-08-10', 'identity/absent-already'],
  ['up to another', '2022-07-25', '2022-07-31', 'ok'],
  ['a year and more', '2022-07-25', '2023-07-28', 'identity/absence-too-long'],
])('%s: %s to %s is %s', (_, from, to, code) => {
  const outcome = checkAbsence(days(from, to), [days('2022-08-01', '2022-08-05')]);
  expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe(code);
});

test('law: who is back is not away on that day nor later, and was away exactly before', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(90), (from, length, back) => {
      const validFrom = addDays(day('2022-07-01'), from);
      const validTo = addDays(validFrom, length);
      const backOn = addDays(day('2022-07-01'), back);
      const last = lastDayOf({ validFrom, validTo }, backOn);
      expect(last < backOn || backOn < validFrom).toBe(true);
      expect(last <= validTo).toBe(true);
      if (backOn > validFrom && backOn <= validTo) expect(last).toBe(addDays(backOn, -1));
      if (backOn < validFrom) expect(last < validFrom).toBe(true);
    }),
  );
});

function anActor(role: Role, officeId: string, leads = false): Actor {
  const post = { id: 'p', role, title: role, officeId, officeName: '', agencyId: 'agency', leads };
  return { accountId: 'a', personId: 'self', name: 'A', posts: [post] };
}

test('everybody their own; who leads an office its people; the agency’s leader all; an administrator everybody', () => {
  const own = { personId: 'self', posts: [] };
  const here = { personId: 'x', posts: [{ officeId: 'here', agencyId: 'agency' }] };
  const there = { personId: 'x', posts: [{ officeId: 'there', agencyId: 'agency' }] };
  const elsewhere = { personId: 'x', posts: [{ officeId: 'far', agencyId: 'other' }] };
  for (const role of roles) {
    const actor = anActor(role, 'here');
    const leads = ['unit-leader', 'one-stop-head', 'signing-leader'].includes(role);
    const administers = role === 'system-administrator';
    expect(mayRecordAbsence(actor, own), role).toBe(true);
    expect(mayRecordAbsence(actor, here), role).toBe(leads || administers);
    expect(mayRecordAbsence(actor, there), role).toBe(administers);
    expect(mayRecordAbsence(actor, elsewhere), role).toBe(administers);
  }
  const head = anActor('signing-leader', 'here', true);
  expect(mayRecordAbsence(head, there)).toBe(true);
  expect(mayRecordAbsence(head, elsewhere)).toBe(false);
});
