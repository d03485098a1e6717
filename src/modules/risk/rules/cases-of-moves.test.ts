import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { casesOf, type Move } from './cases-of-moves.ts';

const at = (text: string) => instant(`2022-07-${text}`);
const kind = { of: 'a', procedure: '1.001612', field: 'Đất đai', hours: 'o' };
const steps = [
  { step: 'tiep-nhan', kind: 'reception', office: 'mc' },
  { step: 'thu-ly', kind: 'handle', office: 'pb' },
  { step: 'ky', kind: 'sign', office: 'ld' },
];
const move = (type: string, text: string, more: Partial<Move> = {}): Move => ({
  ...{ type, at: at(text), stepIndex: null, receivedAt: null, dueAt: null, suspends: false, steps: [] },
  goesOn: true,
  ...more,
});
const accepted = move('accepted', '04T08:05', {
  ...{ receivedAt: at('04T08:00'), dueAt: at('11T17:00'), stepIndex: 0, steps },
});
const handled = [accepted, move('forwarded', '04T09:00', { stepIndex: 1 })];

test('from step to step until there is a result', () => {
  const [one, ...more] = casesOf(kind, [
    ...handled,
    move('step-finished', '06T10:00', { stepIndex: 2 }),
    move('decided', '07T16:00'),
  ]);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ receivedAt: at('04T08:00'), dueAt: at('11T17:00'), endedAt: at('07T16:00') });
  expect(one?.passages).toEqual([
    { step: 'tiep-nhan', office: 'mc', from: at('04T08:00'), to: at('04T09:00') },
    { step: 'thu-ly', office: 'pb', from: at('04T09:00'), to: at('06T10:00') },
    { step: 'ky', office: 'ld', from: at('06T10:00'), to: null },
  ]);
});

test('a supplement breaks the run off, the next one begins when it is complete, in the same step', () => {
  const runs = casesOf(kind, [
    ...handled,
    move('supplement-asked', '05T08:00'),
    move('supplement-received', '12T08:00', { receivedAt: at('12T08:00'), dueAt: at('19T17:00'), steps }),
  ]);
  expect(runs.map(({ brokenOffAt, endedAt }) => [brokenOffAt, endedAt])).toEqual([
    [at('05T08:00'), null],
    [null, null],
  ]);
  expect(runs[1]?.passages).toEqual([{ step: 'thu-ly', office: 'pb', from: at('12T08:00'), to: null }]);
});

test('a payment is a pause of the same run; an apology and a decision taken back are known', () => {
  const [one] = casesOf(kind, [
    ...handled,
    move('payment-asked', '05T08:00', { receivedAt: at('04T08:00'), suspends: true }),
    move('payment-recorded', '06T08:00', { receivedAt: at('04T08:00'), steps }),
    move('re-appointed', '08T08:00'),
    move('decided', '12T08:00'),
    move('decision-taken-back', '12T09:00'),
  ]);
  expect(one).toMatchObject({ endedAt: null, brokenOffAt: null, reappointedAt: at('08T08:00') });
  expect(one?.pauses).toEqual([{ from: at('05T08:00'), to: at('06T08:00') }]);
  expect(one?.passages.at(-1)).toMatchObject({ step: 'ky', from: at('12T09:00'), to: null });
});

test('withdrawn: how long it would have taken is not known; a corrected procedure is another run', () => {
  expect(casesOf(kind, [...handled, move('withdrawn', '05T08:00')])[0]?.brokenOffAt).toBe(at('05T08:00'));
  const corrected = { ...accepted, type: 'procedure-corrected', at: at('05T08:00') };
  expect(casesOf(kind, [...handled, corrected]).map(({ passages }) => passages.length)).toEqual([2, 1]);
  expect(casesOf(kind, [])).toEqual([]);
});

test('a supplement that only suspends, an opinion that suspends: pauses of the same run', () => {
  const runs = casesOf(kind, [
    ...handled,
    move('supplement-asked', '05T08:00', { suspends: true }),
    move('supplement-received', '06T08:00', { receivedAt: at('04T08:00'), dueAt: at('12T17:00'), steps }),
    move('opinion-asked', '07T08:00', { suspends: true }),
    move('opinion-answered', '08T08:00'),
    move('opinion-asked', '09T08:00'),
    move('opinion-answered', '10T08:00', { goesOn: false }),
    move('decided', '11T08:00'),
  ]);
  expect(runs).toHaveLength(1);
  expect(runs[0]).toMatchObject({ endedAt: at('11T08:00'), brokenOffAt: null, dueAt: at('11T17:00') });
  expect(runs[0]?.pauses).toEqual([
    { from: at('05T08:00'), to: at('06T08:00') },
    { from: at('07T08:00'), to: at('08T08:00') },
  ]);
  expect(runs[0]?.passages.map(({ step }) => step)).toEqual(['tiep-nhan', 'thu-ly']);
});

test('an opinion answered while a payment is awaited does not end the wait for the payment', () => {
  const [one] = casesOf(kind, [
    ...handled,
    move('opinion-asked', '05T08:00', { suspends: true }),
    move('payment-asked', '06T08:00', { suspends: true }),
    move('opinion-answered', '07T08:00', { goesOn: false }),
    move('payment-recorded', '08T08:00'),
  ]);
  expect(one?.pauses).toEqual([
    { from: at('05T08:00'), to: at('06T08:00') },
    { from: at('06T08:00'), to: at('08T08:00') },
  ]);
});

test('of two opinions that suspend the last answer ends the pause', () => {
  const [one] = casesOf(kind, [
    ...handled,
    move('opinion-asked', '05T08:00', { suspends: true }),
    move('opinion-asked', '06T08:00', { suspends: true }),
    move('opinion-answered', '07T08:00', { goesOn: false }),
    move('opinion-answered', '08T08:00'),
  ]);
  expect(one?.pauses).toEqual([
    { from: at('05T08:00'), to: at('06T08:00') },
    { from: at('06T08:00'), to: at('08T08:00') },
  ]);
});

test('a date that was moved later is known from then on', () => {
  const moved = move('due-date-recomputed', '06T08:00', { dueAt: at('13T17:00') });
  const [one] = casesOf(kind, [...handled, moved]);
  expect(one).toMatchObject({ dueAt: at('11T17:00'), holders: [] });
  expect(one?.dueMoved).toEqual([{ at: at('06T08:00'), dueAt: at('13T17:00') }]);
});
