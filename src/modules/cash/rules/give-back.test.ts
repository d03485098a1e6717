import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Flow, totalsOf } from './day.ts';
import { decideGiveBack, type PaidPart, remainsOf } from './give-back.ts';

describe('giving back', () => {
  test('a part stays a part, the rest makes it whole', () => {
    expect(decideGiveBack({ amount: 16_000, givenBack: 0 }, 8_000)).toEqual({
      ok: true,
      value: { amount: 16_000, givenBack: 8_000, now: 8_000, whole: false },
    });
    expect(decideGiveBack({ amount: 16_000, givenBack: 8_000 }, null)).toMatchObject({
      value: { now: 8_000, whole: true },
    });
  });

  test.each([
    [0, 'cash/nothing-given-back'],
    [8_001, 'cash/gives-back-too-much'],
  ])('%i đ is refused with %s', (wanted, code) => {
    const outcome = decideGiveBack({ amount: 16_000, givenBack: 8_000 }, wanted);
    expect(outcome).toMatchObject({ refusal: { code, field: 'amount' } });
  });

  test('nothing goes back twice', () => {
    expect(decideGiveBack({ amount: 16_000, givenBack: 16_000 }, null).ok).toBe(false);
  });
});

test('law: paid less given back is what lies there, never negative; the parts are the whole', () => {
  const wanted = fc.option(fc.integer({ min: 0, max: 300_000 }));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500_000 }),
      fc.array(wanted, { maxLength: 12 }),
      (amount, asked) => {
        let paid: PaidPart = { amount, givenBack: 0 };
        const flows: Flow[] = [{ kind: 'taken', method: 'cash', amount }];
        for (const one of asked) {
          const decided = decideGiveBack(paid, one);
          if (!decided.ok) continue;
          paid = decided.value;
          flows.push({ kind: 'given-back', method: 'cash', amount: decided.value.now });
          expect(decided.value.whole).toBe(remainsOf(paid) === 0);
        }
        expect(remainsOf(paid)).toBeGreaterThanOrEqual(0);
        expect(totalsOf(flows).cash).toBe(remainsOf(paid));
        const parts = flows.slice(1).reduce((sum, flow) => sum + flow.amount, 0);
        expect(parts + remainsOf(paid)).toBe(amount);
      },
    ),
  );
});
