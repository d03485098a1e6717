import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Flow, totalsOf } from './day.ts';
import { decideGiveBack, type PaidPart, remainsOf } from './give-back.ts';

describe('giving back', () => {
  test('a part stays a part, the rest makes it whole', () => {
    expect(decideGiveBack({ amount: 16_000, givenBack: 0 }, { wanted: 8_000, seen: 16_000 })).toEqual({
      ok: true,
      value: { amount: 16_000, givenBack: 8_000, now: 8_000, whole: false },
    });
    expect(
      decideGiveBack({ amount: 16_000, givenBack: 8_000 }, { wanted: 8_000, seen: 8_000 }),
    ).toMatchObject({
      value: { now: 8_000, whole: true },
    });
  });

  test.each([
    [0, 'cash/nothing-given-back'],
    [8_001, 'cash/gives-back-too-much'],
  ])('%i đ is refused with %s', (wanted, code) => {
    const outcome = decideGiveBack({ amount: 16_000, givenBack: 8_000 }, { wanted, seen: 8_000 });
    expect(outcome).toMatchObject({ refusal: { code, field: 'amount' } });
  });

  test('nothing goes back twice', () => {
    for (const seen of [0, 16_000])
      expect(decideGiveBack({ amount: 16_000, givenBack: 16_000 }, { wanted: 16_000, seen }).ok).toBe(false);
  });

  test('what remains is another amount than was seen: nothing goes back', () => {
    for (const wanted of [1_000, 8_000, 16_000])
      expect(decideGiveBack({ amount: 16_000, givenBack: 8_000 }, { wanted, seen: 16_000 })).toMatchObject({
        refusal: { code: 'cash/already-given-in-part', field: 'amount', params: { remains: 8_000 } },
      });
  });
});

test('law: paid less given back is what lies there, never negative; the parts are the whole', () => {
  const wanted = fc.integer({ min: 0, max: 300_000 });
  const seen = fc.option(fc.integer({ min: 0, max: 500_000 }), { freq: 2 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500_000 }),
      fc.array(fc.record({ wanted, seen }), { maxLength: 12 }),
      (amount, asked) => {
        let paid: PaidPart = { amount, givenBack: 0 };
        const flows: Flow[] = [{ kind: 'taken', method: 'cash', amount }];
        for (const one of asked) {
          const decided = decideGiveBack(paid, { ...one, seen: one.seen ?? remainsOf(paid) });
          if (!decided.ok) continue;
          expect(one.seen ?? remainsOf(paid)).toBe(remainsOf(paid));
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
