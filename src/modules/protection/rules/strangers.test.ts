import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAlarming, isStranger, STRANGERS_A_DAY, type WhereRead } from './strangers.ts';

const elsewhere: WhereRead = { holderAccountId: 'thu', waitsIn: [], workedBy: ['ngan', 'thu'] };
const han = { accountId: 'han', officeId: 'one-stop' };

describe('a dossier is a stranger’s', () => {
  test('to somebody who has nothing to do with it', () => {
    expect(isStranger(han, elsewhere)).toBe(true);
    expect(isStranger({ ...han, officeId: 'section' }, elsewhere)).toBe(true);
    expect(isStranger({ ...han, officeId: null }, { ...elsewhere, waitsIn: ['one-stop'] })).toBe(true);
  });

  test('not to who took it in, holds it, or may take it', () => {
    expect(isStranger({ ...han, accountId: 'ngan' }, elsewhere)).toBe(false);
    expect(isStranger(han, { ...elsewhere, holderAccountId: 'han' })).toBe(false);
    expect(isStranger(han, { ...elsewhere, waitsIn: ['section', 'one-stop'] })).toBe(false);
  });

  test('not to who does the work of somebody who holds it, worked on it or may take it', () => {
    const thu = { accountId: 'thu', officeId: 'section' };
    expect(isStranger(han, elsewhere, [thu])).toBe(false);
    expect(isStranger(han, elsewhere, [{ accountId: 'ngan', officeId: 'one-stop' }])).toBe(false);
    expect(isStranger(han, { ...elsewhere, waitsIn: ['section'] }, [{ ...thu, accountId: null }])).toBe(
      false,
    );
    expect(isStranger(han, elsewhere, [{ accountId: 'mai', officeId: 'section' }])).toBe(true);
  });

  test('law: whoever stands in for somebody is a stranger exactly where both are', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const person = fc.record({ accountId: id, officeId: fc.option(id) });
    const dossier = fc.record({
      holderAccountId: fc.option(id),
      waitsIn: fc.array(id),
      workedBy: fc.array(id),
    });
    fc.assert(
      fc.property(
        person,
        person,
        dossier,
        (reader, absent, where) =>
          isStranger(reader, where, [absent]) === (isStranger(reader, where) && isStranger(absent, where)),
      ),
    );
  });

  test('never to anybody who worked on it, wherever it is now', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const office = fc.option(id);
    fc.assert(
      fc.property(id, office, office, office, fc.array(id), (accountId, officeId, held, by, others) => {
        const dossier = {
          waitsIn: held ? [held] : [],
          holderAccountId: by,
          workedBy: [...others, accountId],
        };
        return !isStranger({ accountId, officeId }, dossier);
      }),
    );
  });
});

test('as many as are allowed are no alarm, one more is', () => {
  expect(isAlarming(STRANGERS_A_DAY, STRANGERS_A_DAY)).toBe(false);
  expect(isAlarming(STRANGERS_A_DAY + 1, STRANGERS_A_DAY)).toBe(true);
});
