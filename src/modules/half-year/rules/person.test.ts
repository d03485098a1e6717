import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draw } from './draw.ts';
import { inventPerson } from './person.ts';

test('whoever is invented has a card that agrees with sex and birth, and a telephone of nobody', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { idNumber, birthDate, sex, phone } = inventPerson(new Draw(seed), ['xã Tân Nhuận Đông']);
      const born = Number(birthDate?.slice(0, 4));
      const digit = (sex === 'male' ? 0 : 1) + (born < 2000 ? 0 : 2);
      expect(idNumber).toMatch(new RegExp(`^087${digit}${birthDate?.slice(2, 4)}\\d{6}$`));
      expect(phone).toMatch(/^0900 000 \d{3}$/);
    }),
  );
});
