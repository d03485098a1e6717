import { expect, test } from 'vitest';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { type LoggedCase, pastOfLog } from './cases-of-log.ts';
import { evaluate } from './evaluate.ts';
import { seeded } from './scores.ts';
import { calendar } from './testing-past.ts';

const event = (text: string, activity: string, group: string | null = null) => ({
  ...{ at: instant(`2022-${text}`), activity, group, resource: null },
});
const logged = (caseId: string, ...events: LoggedCase['events'][number][]): LoggedCase => ({
  ...{ caseId, attributes: {}, events },
});

test('the time after an event is its passage; with the last event it has ended, or is still there', () => {
  const found = pastOfLog(
    [
      logged(
        'b',
        event('03-02T09:00', 'check', 'A'),
        event('03-01T08:00', 'receive'),
        event('03-03T08:00', 'answer'),
      ),
      logged('c', event('03-04T08:00', 'receive'), event('03-04T09:00', 'answer')),
      logged('d', event('03-07T08:00', 'receive'), event('03-07T09:00', 'check')),
      logged('e', event('03-08T08:00', 'receive')),
    ],
    calendar,
  );
  const [b, c, d, ...more] = found?.past.cases ?? [];
  expect(more).toEqual([]);
  expect(b).toMatchObject({ receivedAt: instant('2022-03-01T08:00'), endedAt: instant('2022-03-03T08:00') });
  expect(b?.passages.map(({ step, office }) => `${step} ${office}`)).toEqual(['receive ', 'check A']);
  expect(c?.endedAt).toBe(instant('2022-03-04T09:00'));
  expect(d).toMatchObject({ endedAt: null, passages: [{}, { step: 'check', to: null }] });
  expect(found).toMatchObject({ measured: 'office-hours', withDue: 0 });
});

test('a due moment in the log is taken; events at night are measured by the clock', () => {
  const attributes = { 'motcua:procedure': '1.001612', due: instant('2022-03-02T00:00') };
  const night = [
    { ...logged('a', event('03-01T02:00', 'in'), event('03-01T03:30', 'out')), attributes },
    logged('b', event('03-01T02:00', 'in'), event('03-01T03:00', 'out')),
  ];
  const found = pastOfLog(night, calendar);
  expect(found).toMatchObject({ measured: 'clock', withDue: 1 });
  expect(found?.past.cases[0]).toMatchObject({ procedure: '1.001612', dueAt: instant('2022-03-02T00:00') });
});

test('where the log says when a case ended, what comes after it is not time that was needed', () => {
  const attributes = { 'motcua:ended': instant('2022-03-02T10:00') };
  const handedOver = logged(
    'a',
    event('03-01T08:00', 'accepted'),
    event('03-02T10:00', 'decided'),
    event('03-09T08:00', 'handed-over'),
  );
  const [one] = pastOfLog([{ ...handedOver, attributes }], calendar)?.past.cases ?? [];
  expect(one?.endedAt).toBe(instant('2022-03-02T10:00'));
  expect(one?.passages.map(({ step }) => step)).toEqual(['accepted']);
});

test('who did the last event has it in hand', () => {
  const [first, second] = [event('03-01T08:00', 'in'), event('03-02T08:00', 'check')];
  const out = event('03-03T08:00', 'out');
  const log = [logged('a', { ...first, resource: 'An' }, { ...second, resource: 'Bình' }, out)];
  expect(pastOfLog(log, calendar)?.past.cases[0]?.holders).toEqual([
    { from: first.at, who: 'An' },
    { from: second.at, who: 'Bình' },
  ]);
});

test('nothing to learn from', () => {
  expect(pastOfLog([], calendar)).toBeNull();
  expect(pastOfLog([logged('a', event('03-01T02:00', 'in'))], calendar)).toBeNull();
});

test('a log without due dates, day and night: its own slow cases are told beforehand', () => {
  const next = seeded(3);
  const start = msOfInstant(instant('2021-01-01T00:00'));
  const log = Array.from({ length: 2_000 }, (_, n): LoggedCase => {
    const slow = next() < 0.25;
    let ms = start + next() * 300 * 86_400_000;
    const then = (activity: string, days: number) => {
      ms += days * 86_400_000;
      return { at: instantOfMs(ms) as Instant, activity, group: slow ? 'north' : 'south', resource: null };
    };
    const pace = slow ? 4 : 1;
    return {
      ...{ caseId: String(n), attributes: {} },
      events: [
        then('register', 0),
        then('examine', pace * next()),
        then('decide', pace * (1 + 2 * next())),
        then('close', next()),
      ],
    };
  });
  const found = pastOfLog(log, calendar);
  if (!found) throw new Error('nothing');
  const split = { from: found.first, cut: found.cut, until: found.until };
  const { model, baseline, gain } = evaluate(found.past, split) ?? {};
  expect(model?.brier).toBeLessThan(baseline?.brierMapped ?? 0);
  expect(gain?.low).toBeGreaterThan(0);
});
