import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskedNumber, maskedWhereNumber } from './masked-number.ts';

test('four digits at the end, and nothing of what the beginning tells', () => {
  expect(maskedNumber('087188004512')).toBe('••••4512');
  expect(maskedNumber('0871 8800 4512')).toBe('••••4512');
  expect(maskedNumber('B1234567')).toBe('••••4567');
  expect(maskedNumber('B12345')).toBe('••••45');
});

test('never more than half of a number, whatever it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9]{5,15}$/), (number) => {
      const shown = maskedNumber(number).replaceAll('•', '');
      return number.endsWith(shown) && shown.length <= number.length / 2;
    }),
  );
});

test('what was searched for is masked when it is a number, names and dossier numbers are not', () => {
  expect(maskedWhereNumber('087188004512')).toBe('••••4512');
  expect(maskedWhereNumber(' 340 123 456 ')).toBe('••••3456');
  for (const text of ['mỹ duyên', '220725-0001', '000.00.11.H20-220725-0001', 'Nguyễn 2', ''])
    expect(maskedWhereNumber(text)).toBe(text);
});
