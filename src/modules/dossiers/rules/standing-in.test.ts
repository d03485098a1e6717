import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { anActor, clerk, leader, offices, resultClerk, specialist, unitLeader } from '../testing.ts';
import { anAccepted, type History } from '../testing-history.ts';
import { delegated, instead } from '../testing-stand-in.ts';
import { allowedCommands, mayCommand, mayRead, readableOffices } from './access.ts';
import { standingOn, standsAsSeen } from './instead.ts';
import { answerable } from './standing-in.ts';

const stranger = anActor('specialist', offices.other, 'stranger');
const deputy = anActor('unit-leader', offices.other, 'deputy');

/** A road with a stop at each place where somebody holds it. */
const road = [
  (h: History) => h.try('forward', clerk),
  (h: History) => h.try('confirm-receipt', specialist),
  (h: History) => h.try('start-step', specialist),
  (h: History) => h.try('ask-for-supplement', specialist),
  (h: History) => h.try('receive-supplement', clerk),
  (h: History) => h.try('finish-step', specialist),
  (h: History) => h.try('decide', leader),
  (h: History) => h.try('hand-over', resultClerk),
];

function stops(): History['dossier'][] {
  const history = anAccepted();
  return [
    history.dossier,
    ...road.map((go) => {
      expect(go(history)).toBe('ok');
      return history.dossier;
    }),
  ];
}

const now = instant('2022-07-25T08:00:00');

describe('who stands in', () => {
  test.each<[string, Actor, Actor]>([
    ['clerk', clerk, instead(stranger, clerk)],
    ['specialist', specialist, instead(stranger, specialist)],
    ['unit leader', unitLeader, instead(stranger, unitLeader)],
    ['result clerk', resultClerk, instead(stranger, resultClerk)],
    ['leader', leader, delegated(deputy, leader)],
  ])('the %s may do what the absent one may, and nothing more', (_, absent, substitute) => {
    for (const dossier of stops()) {
      const own = allowedCommands(dossier, { ...substitute, standsIn: [] }, now);
      const lent = allowedCommands(dossier, absent, now);
      expect(new Set(allowedCommands(dossier, substitute, now))).toEqual(new Set([...own, ...lent]));
    }
  });

  test('reads what the absent one reads, while it holds', () => {
    const where = { ...anAccepted().dossier.filing, involvedOfficeIds: [offices.section] };
    const substitute = instead(stranger, specialist, { until: civilDate('2022-07-29') });
    expect(mayRead(stranger, where)).toBe(false);
    expect(mayRead(substitute, where)).toBe(true);
    expect(mayRead(standingOn(substitute, civilDate('2022-07-29')), where)).toBe(true);
    expect(mayRead(standingOn(substitute, civilDate('2022-07-30')), where)).toBe(false);
    expect(readableOffices(substitute).officeIds).toEqual([offices.other, offices.section]);
  });

  test('law: the right ends with the last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }), (last, asked) => {
        const of = (day: number) => civilDate(`2022-07-${String(day).padStart(2, '0')}`);
        const substitute = standingOn(instead(stranger, specialist, { until: of(last) }), of(asked));
        const history = anAccepted();
        history.try('forward', clerk);
        expect(mayCommand(history.dossier, 'confirm-receipt', substitute).ok).toBe(asked <= last);
      }),
    );
  });

  test('a page shown by a substitution that has ended since is not pressed', () => {
    const substitute = instead(stranger, specialist);
    const id = substitute.standsIn?.[0]?.insteadOf?.id ?? '';
    expect(standsAsSeen(substitute, [id])).toBe(true);
    expect(standsAsSeen(stranger, [id])).toBe(false);
    expect(standsAsSeen(stranger, [])).toBe(true);
  });
});

describe('whose work it is', () => {
  const colleague = anActor('specialist', offices.section, 'colleague');
  const substitute = instead(colleague, specialist);

  function started(): History {
    const history = anAccepted();
    history.try('forward', clerk);
    history.try('confirm-receipt', specialist);
    expect(history.try('start-step', specialist)).toBe('ok');
    return history;
  }

  test('a colleague may not go on with it, the substitute may, and the history says for whom and by what', () => {
    const history = started();
    expect(history.try('finish-step', colleague)).toBe('dossiers/held-by-another');
    expect(history.try('finish-step', substitute)).toBe('ok');
    expect(history.events.at(-1)).toMatchObject({
      by: { accountId: colleague.accountId, name: colleague.name },
      body: { instead: { kind: 'substitute', name: specialist.name, decisionNumber: '12/QĐ-UBND' } },
    });
  });

  test('from the substitute’s first act on it is theirs, until the last day; before it was the holder’s', () => {
    const history = started();
    history.now = instant('2022-07-26T09:00:00');
    expect(history.try('ask-opinion', substitute)).toBe('ok');
    const { holder } = history.dossier;
    if (!holder) throw new Error('nobody holds it');
    expect(holder.accountId).toBe(specialist.accountId);
    expect(answerable(holder, instant('2022-07-26T08:59:00'))).toBe(specialist.accountId);
    expect(answerable(holder, instant('2022-07-26T09:00:00'))).toBe(colleague.accountId);
    expect(answerable(holder, instant('2022-07-29T23:59:00'))).toBe(colleague.accountId);
    expect(answerable(holder, instant('2022-07-30T00:00:00'))).toBe(specialist.accountId);
  });

  test('who is back goes on at once, and answers again', () => {
    const history = started();
    history.try('ask-opinion', substitute);
    expect(history.try('finish-step', specialist)).toBe('ok');
    const again = started();
    again.try('ask-opinion', substitute);
    expect(again.dossier.holder?.standIn).toBeDefined();
    const other = { officeId: offices.other, officeName: 'Phòng khác' };
    expect(again.try('ask-opinion', specialist, other)).toBe('ok');
    expect(again.dossier.holder).toEqual({ ...again.dossier.holder, accountId: specialist.accountId });
    expect(again.dossier.holder?.standIn).toBeUndefined();
  });

  test('what nobody had taken is the own work of a colleague, and the absent one’s for a stranger', () => {
    const history = anAccepted();
    history.try('forward', clerk);
    history.try('confirm-receipt', substitute);
    expect(history.events.at(-1)?.body.instead).toBeUndefined();
    expect(history.try('start-step', instead(stranger, specialist))).toBe('ok');
    expect(history.dossier.holder).toMatchObject({
      accountId: specialist.accountId,
      standIn: { accountId: stranger.accountId },
    });
  });
});

describe('signing by delegation', () => {
  function toSign(): History {
    const history = anAccepted();
    history.try('forward', clerk);
    history.try('confirm-receipt', specialist);
    history.try('start-step', specialist);
    history.try('finish-step', specialist);
    return history;
  }

  test('who has no right to sign is told what is needed', () => {
    expect(toSign().try('decide', deputy)).toBe('dossiers/no-right-to-sign');
    expect(toSign().try('decide', instead(deputy, unitLeader))).toBe('dossiers/no-right-to-sign');
  });

  test('a deputy who signs anyway signs by the recorded decision', () => {
    const vice = anActor('signing-leader', offices.leadership, 'vice');
    const history = toSign();
    expect(history.try('decide', delegated(vice, leader))).toBe('ok');
    expect(history.events.at(-1)?.body.instead).toMatchObject({ manner: 'KT', name: leader.name });
  });

  test.each([
    [[], 'ok'],
    [['Hộ kinh doanh'], 'ok'],
    [['hộ kinh DOANH', 'Đất đai'], 'ok'],
    [['1.001612'], 'ok'],
    [['Hộ tịch'], 'dossiers/no-right-to-sign'],
    [['1.001613'], 'dossiers/no-right-to-sign'],
  ])('a delegation for %j: %s', (matters, expected) => {
    const history = toSign();
    const signer = delegated(deputy, leader, { matters });
    const where = { ...history.dossier.filing, involvedOfficeIds: [] };
    expect(mayRead(signer, where)).toBe(expected === 'ok');
    expect(readableOffices(signer).agencyIds).toEqual(matters.length === 0 ? [offices.agency] : []);
    expect(history.try('decide', signer)).toBe(expected);
  });
});
