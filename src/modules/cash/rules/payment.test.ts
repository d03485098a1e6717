import { describe, expect, test } from 'vitest';
import { nextState, paymentCommands, paymentStates, paymentTransitions } from './payment.ts';

/** Every state × every command, written out: what is not here is refused. */
const allowed: readonly string[] = [
  'at-return fall-due due',
  'at-return take paid',
  'at-return drop dropped',
  'due take paid',
  'due drop dropped',
  'paid void due',
  'paid give-back given-back',
];

describe('the life of a payment', () => {
  test('is this table and no other', () => {
    const found = paymentStates.flatMap((state) =>
      paymentCommands.flatMap((command) => {
        const next = nextState(state, command);
        return next.ok ? [`${state} ${command} ${next.value}`] : [];
      }),
    );
    expect(found).toEqual(allowed);
  });

  test('what was given back, exempted or dropped is over', () => {
    for (const state of ['given-back', 'exempt', 'dropped'] as const)
      expect(paymentTransitions[state]).toEqual({});
  });

  test.each([
    ['paid', 'take', 'cash/already-paid'],
    ['exempt', 'take', 'cash/nothing-to-take'],
    ['due', 'give-back', 'cash/not-paid'],
    ['given-back', 'give-back', 'cash/already-given-back'],
    ['due', 'void', 'cash/not-paid'],
    ['paid', 'drop', 'cash/not-unpaid'],
    ['due', 'fall-due', 'cash/nothing-falls-due'],
  ] as const)('%s refuses %s with %s', (state, command, code) => {
    expect(nextState(state, command)).toMatchObject({ refusal: { code } });
  });
});
