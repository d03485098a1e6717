import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { someCalendar, someMoment } from '#kernel/working-time/testing.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { aWatched, aWatching, calendar2022, ONE_STOP, SECTION, standsAt } from '../testing-watched.ts';
import { findings } from './find.ts';
import { lawRules } from './law-rule.ts';

/** Moments in their order and how the rule stands at each. */
const stands = (rule: Parameters<typeof standsAt>[0], dossier: ReturnType<typeof aWatched>) => ({
  at: (moments: Record<string, string>) => {
    const found = Object.keys(moments).map((text) => [text, standsAt(rule, dossier, text)]);
    expect(Object.fromEntries(found)).toEqual(moments);
  },
});

describe('answer within 8 office hours', () => {
  const submitted = (text: string) =>
    aWatched({
      state: 'submitted',
      task: 'review',
      runs: false,
      submittedAt: instant(text),
      receivedAt: null,
    });

  test('submitted in the morning: until the same time of the next working day', () => {
    stands('answer', submitted('2022-07-25T08:00')).at({
      '2022-07-25T08:00': 'kept',
      '2022-07-25T15:59': 'kept',
      '2022-07-25T16:00': 'near',
      '2022-07-26T08:00': 'near',
      '2022-07-26T08:01': 'broken',
    });
  });

  test('submitted on Saturday night or in Tết it begins with the first office hour after', () => {
    stands('answer', submitted('2022-07-23T22:00')).at({
      '2022-07-25T17:00': 'near',
      '2022-07-25T17:01': 'broken',
    });
    stands('answer', submitted('2022-02-01T09:00')).at({
      '2022-02-04T17:00': 'kept',
      '2022-02-07T17:00': 'near',
      '2022-02-07T17:01': 'broken',
    });
  });

  test('answered it is nothing any more, and the one-stop has to act', () => {
    expect(standsAt('answer', aWatched(), '2022-08-30T08:00')).toBe('kept');
    expect(findings(submitted('2022-07-25T08:00'), aWatching('2022-07-27T08:00'))).toMatchObject([
      { since: '2022-07-26T08:00:00+07:00', doer: { officeId: ONE_STOP, accountId: null, task: 'review' } },
    ]);
  });
});

describe('forward the same day', () => {
  const accepted = (text: string) =>
    aWatched({ state: 'accepted', task: 'forward', receivedAt: instant(text), heldSince: instant(text) });

  test('told in the last hour, broken at closing time', () => {
    stands('forward', accepted('2022-07-25T14:59')).at({
      '2022-07-25T15:59': 'kept',
      '2022-07-25T16:00': 'near',
      '2022-07-25T17:00': 'near',
      '2022-07-25T17:01': 'broken',
    });
  });

  test('received at 15:00: in the first office hour of the next working day', () => {
    stands('forward', accepted('2022-07-25T15:00')).at({
      '2022-07-25T17:01': 'kept',
      '2022-07-26T06:59': 'kept',
      '2022-07-26T07:00': 'near',
      '2022-07-26T08:00': 'near',
      '2022-07-26T08:01': 'broken',
    });
  });

  test('on Friday: at 14:59 the same day, at 15:00 on Monday', () => {
    stands('forward', accepted('2022-07-29T14:59')).at({
      '2022-07-29T17:00': 'near',
      '2022-07-29T17:01': 'broken',
    });
    stands('forward', accepted('2022-07-29T15:00')).at({
      '2022-07-30T12:00': 'kept',
      '2022-08-01T08:00': 'near',
      '2022-08-01T08:01': 'broken',
    });
  });

  test('on the last day before Tết: at 14:59 the same day, at 15:00 on the first working day after it', () => {
    stands('forward', accepted('2022-01-28T14:59')).at({
      '2022-01-28T17:00': 'near',
      '2022-01-28T17:01': 'broken',
    });
    stands('forward', accepted('2022-01-28T15:00')).at({
      '2022-02-04T17:00': 'kept',
      '2022-02-07T06:59': 'kept',
      '2022-02-07T07:00': 'near',
      '2022-02-07T08:01': 'broken',
    });
  });

  test('what is certified at the counter is not forwarded', () => {
    const certified = { ...accepted('2022-07-25T08:00'), inPlace: true };
    expect(standsAt('forward', certified, '2022-07-26T08:00')).toBe('kept');
  });

  test('given back by the section it is forwarded anew from that moment', () => {
    const back = aWatched({ task: 'forward', heldSince: instant('2022-07-27T09:00') });
    stands('forward', back).at({ '2022-07-27T15:00': 'kept', '2022-07-27T17:01': 'broken' });
  });
});

describe('supplement within three working days, once', () => {
  const waiting = aWatched({ task: 'start' });

  test('told on the third day while nobody has begun; then the chance is gone', () => {
    stands('supplement', waiting).at({
      '2022-07-27T17:00': 'kept',
      '2022-07-28T06:59': 'kept',
      '2022-07-28T07:00': 'near',
      '2022-07-28T17:00': 'near',
      '2022-07-28T17:01': 'kept',
    });
    stands('supplement', aWatched({ task: 'start', receivedAt: instant('2022-01-27T08:00') })).at({
      '2022-02-07T17:00': 'kept',
      '2022-02-08T08:00': 'near',
    });
    expect(standsAt('supplement', aWatched(), '2022-07-28T10:00')).toBe('kept');
    expect(standsAt('supplement', { ...waiting, supplements: 1 }, '2022-07-28T10:00')).toBe('kept');
  });

  test('a late request and a second one stay broken while the dossier waits for it', () => {
    const asked = { state: 'awaiting-supplement', runs: false, askedAt: instant('2022-08-02T09:00') };
    const late = aWatched({ ...asked, supplements: 1, supplementLate: true });
    const second = aWatched({ ...asked, supplements: 2 });
    const once = aWatched({ ...asked, supplements: 1 });
    for (const one of [late, second]) expect(standsAt('supplement', one, '2022-08-20T09:00')).toBe('broken');
    expect(standsAt('supplement', once, '2022-08-20T09:00')).toBe('kept');
  });

  test('where the regime lets papers be asked for twice, the second request breaks nothing, the third does', () => {
    const asked = { state: 'awaiting-supplement', runs: false, askedAt: instant('2022-08-02T09:00') };
    const twice = aWatching('2022-08-20T09:00', { mostSupplements: 2 });
    const rulesOf = (supplements: number) =>
      findings(aWatched({ ...asked, supplements }), twice).map(({ rule }) => rule);
    expect(rulesOf(2)).toEqual([]);
    expect(rulesOf(3)).toEqual(['supplement']);
  });
});

describe('opinion by its date', () => {
  const asked = (answerBy: string) =>
    aWatched({ opinions: [{ order: 2, officeId: 'asked', answerBy: civilDate(answerBy) }] });

  test('told on its last working day, broken the day after', () => {
    stands('opinion', asked('2022-07-27')).at({
      '2022-07-26T17:00': 'kept',
      '2022-07-27T07:00': 'near',
      '2022-07-27T23:59': 'near',
      '2022-07-28T00:00': 'broken',
    });
    stands('opinion', asked('2022-07-31')).at({ '2022-07-29T07:00': 'near', '2022-08-01T00:00': 'broken' });
  });

  test('the asked office has to act, also while the dossier waits for something else', () => {
    const dossier = { ...asked('2022-07-27'), state: 'awaiting-payment', runs: false };
    expect(findings(dossier, aWatching('2022-07-28T08:00'))).toMatchObject([
      { rule: 'opinion', order: 2, doer: { officeId: 'asked', accountId: null } },
    ]);
  });
});

describe('apology a working day before, new date kept', () => {
  test('told on the last day for it, on the due day still to be brought in time, then broken', () => {
    stands('apology', aWatched()).at({
      '2022-07-27T17:00': 'kept',
      '2022-07-28T07:00': 'near',
      '2022-07-28T17:01': 'near',
      '2022-07-29T17:00': 'near',
      '2022-07-29T17:01': 'broken',
    });
  });

  test('due on a Monday or after Tết: the Friday, or the last day before Tết', () => {
    stands('apology', aWatched({ dueAt: instant('2022-08-01T17:00') })).at({
      '2022-07-28T17:00': 'kept',
      '2022-07-29T07:00': 'near',
    });
    const dueAfterTet = aWatched({
      receivedAt: instant('2022-01-20T08:00'),
      dueAt: instant('2022-02-07T17:00'),
    });
    stands('apology', dueAfterTet).at({ '2022-01-27T17:00': 'kept', '2022-01-28T07:00': 'near' });
  });

  test('a limit of one day leaves no day for it: only broken', () => {
    const short = aWatched({ dueAt: instant('2022-07-26T17:00') });
    stands('apology', short).at({ '2022-07-26T17:00': 'kept', '2022-07-26T17:01': 'broken' });
  });

  test('with an apology the promised date counts; there is no third', () => {
    const promised = aWatched({ appointedAt: instant('2022-08-02T17:00') });
    expect(standsAt('apology', promised, '2022-08-10T08:00')).toBe('kept');
    stands('new-date', promised).at({
      '2022-07-29T17:00': 'kept',
      '2022-08-01T07:00': 'near',
      '2022-08-02T17:00': 'near',
      '2022-08-02T17:01': 'broken',
    });
  });

  test('papers that came since have moved the date of the law beyond the promised one: nobody is blamed for that', () => {
    const later = { appointedAt: instant('2022-08-02T17:00'), dueAt: instant('2022-08-10T17:00') };
    stands('new-date', aWatched(later)).at({
      '2022-08-08T17:00': 'kept',
      '2022-08-09T07:00': 'near',
      '2022-08-10T17:01': 'broken',
    });
  });

  test('nobody apologises for a dossier that waits for the applicant', () => {
    const stopped = aWatched({ runs: false, state: 'awaiting-payment', task: 'await-payment' });
    expect(standsAt('apology', stopped, '2022-08-10T08:00')).toBe('kept');
  });
});

test('a dossier stands still after so many office hours, nights and days off left out', () => {
  const dossier = aWatched({ movedAt: instant('2022-07-28T16:00') });
  expect(standsAt('still', dossier, '2022-07-29T17:00', 9)).toBe('kept');
  expect(standsAt('still', dossier, '2022-07-29T17:01', 9)).toBe('broken');
  expect(standsAt('still', { ...dossier, task: 'forward' }, '2022-08-30T08:00', 9)).toBe('kept');
});

test('it stands still by the hours of the office that holds it, not by those of the one-stop', () => {
  const dossier = aWatched({ movedAt: instant('2022-07-28T08:00') });
  const mornings = new WorkCalendar({
    ...{ days: [], knownFrom: civilDate('2022-01-01'), knownUntil: civilDate('2022-12-31') },
    hours: [{ validFrom: civilDate('2022-01-01'), validTo: null, spans: [['07:00', '11:00']] }],
  });
  const still = (at: string, holderCalendar: WorkCalendar) =>
    findings(dossier, aWatching(at, { holderCalendar, stillHours: 8 })).map(
      ({ rule, by }) => `${rule} ${by}`,
    );
  // 3 hours on Thursday, 4 on Friday, 1 on Monday
  expect(still('2022-07-29T09:00', mornings)).not.toContainEqual(expect.stringContaining('still'));
  expect(still('2022-08-01T08:01', mornings)).toContain('still 2022-08-01T08:00:00+07:00');
  expect(still('2022-07-29T09:00', calendar2022)).toContain('still 2022-07-29T08:00:00+07:00');
});

test('whatever the calendar: what is broken was near or could not be, and never becomes kept by waiting', () => {
  const dossier = (from: Instant) =>
    aWatched({
      task: 'forward',
      ...{ state: 'accepted', receivedAt: from, heldSince: from, movedAt: from, dueAt: null },
    });
  fc.assert(
    fc.property(someCalendar, someMoment, someMoment, someMoment, (calendar, from, a, b) => {
      const [now, then] = a < b ? [a, b] : [b, a];
      const at = (moment: Instant) =>
        findings(dossier(from), aWatching(moment, { calendar, holderCalendar: calendar, stillHours: 8 }));
      for (const one of at(now)) {
        expect(lawRules).toContain(one.rule);
        expect(one.since <= now).toBe(true);
        const later = at(then).find(({ rule }) => rule === one.rule);
        expect(later?.by).toBe(one.by);
        if (one.level === 'broken') expect(later).toEqual(one);
      }
    }),
  );
});

test('a finding says until when, since when, and who has to act', () => {
  expect(findings(aWatched(), aWatching('2022-08-01T09:00', { stillHours: 400 }))).toEqual([
    {
      ...{ rule: 'apology', order: 0, level: 'broken' },
      by: '2022-07-29T17:00:00+07:00',
      since: '2022-07-29T17:00:00+07:00',
      doer: { officeId: SECTION, accountId: 'specialist', task: 'work' },
    },
  ]);
});
