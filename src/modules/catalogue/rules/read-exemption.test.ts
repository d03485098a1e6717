import { describe, expect, test } from 'vitest';
import { groupKeyOf, readExemption, type TypedExemption } from './read-exemption.ts';

const typed: TypedExemption = {
  name: ' Người thuộc hộ  nghèo ',
  nameEn: '',
  percent: '50 %',
  procedures: '1.001193, 1.000656\n1.001193',
  channel: 'online',
  proof: '1',
  basis: 'Nghị quyết 06/2020/NQ-HĐND',
  from: '01/08/2022',
  to: '',
};

test('the form of an exemption is read whole', () => {
  expect(readExemption(typed)).toEqual({
    ok: true,
    value: {
      name: { vi: 'Người thuộc hộ nghèo', en: 'Người thuộc hộ nghèo' },
      percent: 50,
      procedureCodes: ['1.001193', '1.000656'],
      channel: 'online',
      proofNeeded: true,
      basis: 'Nghị quyết 06/2020/NQ-HĐND',
      validFrom: '2022-08-01',
      validTo: null,
    },
  });
  const everywhere = readExemption({ ...typed, procedures: '', channel: '' });
  expect(everywhere).toMatchObject({ value: { procedureCodes: null, channel: null } });
});

describe('what is wrong is told at its field', () => {
  test.each<[Partial<TypedExemption>, string, string]>([
    [{ name: '' }, 'catalogue/text-missing', 'name'],
    [{ name: 'a'.repeat(201) }, 'catalogue/text-too-long', 'name'],
    [{ nameEn: 'a'.repeat(201) }, 'catalogue/text-too-long', 'name-en'],
    [{ percent: '0' }, 'catalogue/wrong-percent', 'percent'],
    [{ percent: '101' }, 'catalogue/wrong-percent', 'percent'],
    [{ percent: '5e1' }, 'catalogue/wrong-percent', 'percent'],
    [{ procedures: "1.001193; drop'" }, 'catalogue/no-such-procedure', 'procedures'],
    [
      { procedures: Array.from({ length: 201 }, (_, n) => `1.${String(n).padStart(6, '0')}`).join(' ') },
      'catalogue/too-many-procedures',
      'procedures',
    ],
    [{ channel: 'chim' }, 'catalogue/wrong-choice', 'channel'],
    [{ basis: '\u200b' }, 'catalogue/text-missing', 'basis'],
    [{ from: '31/02/2022' }, 'kernel/impossible-date', 'valid-from'],
    [{ to: 'mai' }, 'kernel/unreadable-date', 'valid-to'],
  ])('%j', (change, code, field) => {
    const read = readExemption({ ...typed, ...change });
    expect(read.ok ? [] : read.problems.map((one) => [one.code, one.field])).toEqual([[code, field]]);
  });
});

test.each([
  ['Người thuộc hộ nghèo', 'nguoi-thuoc-ho-ngheo'],
  ['Đối tượng 1, nhóm 2b', 'doi-tuong-nhom-b'],
  ['Mới', 'nhom-moi'],
  ['123', ''],
])('%s is called %s in addresses', (name, key) => {
  expect(groupKeyOf(name)).toBe(key);
});
