import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#kernel/actor.ts';
import { instant } from '#kernel/instant.ts';
import { calendar2022, ONE_STOP, SECTION } from '../testing-watched.ts';
import { toldBy } from './escalation.ts';
import type { Finding, LawRule, Level } from './law-rule.ts';
import { recipients } from './recipients.ts';
import { Staff, type Substitute } from './staff.ts';

const person = (accountId: string, role: Role, officeId: string, leads = false): Actor => ({
  accountId,
  personId: `p-${accountId}`,
  name: accountId,
  posts: [{ id: accountId, role, title: '', officeId, officeName: '', agencyId: 'agency', leads }],
});

const everybody = [
  person('clerk', 'reception-officer', ONE_STOP),
  person('clerk-2', 'reception-officer', ONE_STOP),
  person('head', 'one-stop-head', ONE_STOP),
  person('specialist', 'specialist', SECTION),
  person('other', 'specialist', SECTION),
  person('leader', 'unit-leader', SECTION),
  person('chairman', 'signing-leader', 'leadership', true),
];
const dossier = { agencyId: 'agency', intakeOfficeId: ONE_STOP };
const held = { doer: { officeId: SECTION, accountId: 'specialist', task: 'work' } };
const nobodys = { doer: { officeId: SECTION, accountId: null, task: 'start' } };
const instead: Substitute = {
  ...{ holderAccountId: 'specialist', officeId: SECTION, role: 'specialist', personId: 'p-other' },
};
const staff = (substitutes: readonly Substitute[] = [], away: readonly string[] = []) =>
  new Staff(everybody, substitutes, new Set(away.map((one) => `p-${one}`)));
const told = (...asked: Parameters<typeof recipients>) =>
  recipients(...asked).map(({ accountId, whom }) => `${whom} ${accountId}`);

describe('who is told', () => {
  test('who holds it; where nobody does, everybody of the office who does this work', () => {
    expect(told(dossier, held, ['holder'], staff())).toEqual(['holder specialist']);
    expect(told(dossier, nobodys, ['holder'], staff())).toEqual(['holder specialist', 'holder other']);
    const review = { doer: { officeId: ONE_STOP, accountId: null, task: 'review' } };
    expect(told(dossier, review, ['holder', 'leader', 'head'], staff())).toEqual([
      ...['holder clerk', 'holder clerk-2'],
      'leader head', // once, though head and leader are the same
    ]);
  });

  test('then the leader of the office, who signs, and the head of the one-stop', () => {
    expect(told(dossier, held, ['holder', 'leader', 'signer', 'head'], staff())).toEqual([
      ...['holder specialist', 'leader leader', 'signer chairman', 'head head'],
    ]);
  });

  test('a section whose own leader signs does not trouble the chairman', () => {
    const deputy = person('deputy', 'signing-leader', SECTION);
    const all = new Staff([...everybody, deputy], [], new Set());
    expect(told(dossier, held, ['signer'], all)).toEqual(['signer deputy']);
  });

  test('absent: the substitute, named as such; without one the leader', () => {
    expect(recipients(dossier, held, ['holder'], staff([instead], ['specialist']))).toEqual([
      { accountId: 'other', whom: 'holder', insteadOf: 'specialist' },
    ]);
    expect(told(dossier, held, ['holder'], staff([], ['specialist']))).toEqual(['leader leader']);
    const gone = { doer: { ...held.doer, accountId: 'retired' } };
    expect(told(dossier, gone, ['holder'], staff())).toEqual(['leader leader']);
    const farAway = staff([instead], ['specialist', 'other']);
    expect(told(dossier, held, ['holder'], farAway)).toEqual(['leader leader']); // the substitute is away too
    const nobodyThere = staff([], ['specialist', 'leader']);
    expect(told(dossier, held, ['holder'], nobodyThere)).toEqual(['head head']);
    expect(told(dossier, held, ['holder', 'leader'], nobodyThere)).toEqual(['head head']);
    const elsewhere = { ...instead, officeId: ONE_STOP };
    expect(told(dossier, held, ['holder'], staff([elsewhere]))).toEqual(['holder specialist']);
  });

  test('an office that is no more, or where nobody works, frightens nobody', () => {
    const gone = { doer: { officeId: 'gone', accountId: null, task: 'work' } };
    expect(recipients(dossier, gone, ['holder', 'leader', 'head'], staff())).toMatchObject([
      { accountId: 'head' },
    ]);
  });
});

describe('escalation by rule and time', () => {
  const at = (rule: LawRule, level: Level, since: string, now: string) => {
    const finding: Finding = { rule, level, order: 0, by: instant(since), since: instant(since), ...held };
    return toldBy(finding, calendar2022, instant(now)).join(' ');
  };

  test('an apology: the section at once, who signs from noon on, the one-stop when it is broken', () => {
    expect(at('apology', 'near', '2022-07-28T07:00', '2022-07-28T07:00')).toBe('holder leader');
    expect(at('apology', 'near', '2022-07-28T07:00', '2022-07-28T10:59')).toBe('holder leader');
    expect(at('apology', 'near', '2022-07-28T07:00', '2022-07-28T11:00')).toBe('holder leader signer');
    expect(at('apology', 'broken', '2022-07-29T17:00', '2022-07-29T17:01')).toBe('holder leader signer head');
  });

  test('standing still: one day later the leader, another day later the head; the night does not count', () => {
    expect(at('still', 'broken', '2022-07-28T08:00', '2022-07-28T08:01')).toBe('holder');
    expect(at('still', 'broken', '2022-07-28T08:00', '2022-07-29T07:59')).toBe('holder');
    expect(at('still', 'broken', '2022-07-28T08:00', '2022-07-29T08:00')).toBe('holder leader');
    expect(at('still', 'broken', '2022-07-28T08:00', '2022-08-01T08:00')).toBe('holder leader head');
  });
});
