import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isKnown, type Matter, readScope } from './scope.ts';

const matters: readonly Matter[] = [
  { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' },
  { code: '1.000894', name: 'Đăng ký kết hôn', field: 'Hộ tịch' },
  { code: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh', field: 'Thành lập hộ kinh doanh' },
  { code: '2.000815', name: 'Chứng thực bản sao', field: 'Chứng thực' },
];

test.each([
  ['nothing is everything', ' \r\n ; ', []],
  [
    'fields and codes, twice, with blanks',
    ' Hộ tịch\r\n1.001193\nHộ tịch;2.000815',
    ['Hộ tịch', '1.001193', '2.000815'],
  ],
  [
    'without diacritics and capitals, in the spelling of the catalogue',
    'ho tich\nCHỨNG THỰC',
    ['Hộ tịch', 'Chứng thực'],
  ],
  ['the name of a procedure stands for its code', 'đăng ký khai sinh', ['1.001193']],
])('%s', (_, text, expected) => {
  expect(readScope(text, matters)).toEqual({ ok: true, value: expected });
});

test('a wrong line is named, with what comes near', () => {
  const refusal = (text: string) => {
    const read = readScope(text, matters);
    return read.ok ? undefined : read.refusal;
  };
  expect(refusal('Hộ tịch\nHộ tịchh')).toEqual({
    code: 'identity/scope-unknown-near',
    params: { line: 'Hộ tịchh', near: expect.any(String) },
    field: 'pham-vi',
  });
  expect(refusal('khai sinh')?.params?.['near']).toContain('1.001193 (Đăng ký khai sinh)');
  expect(refusal('1.0011')?.params?.['near']).toContain('1.001193');
  expect(refusal('<script>')).toEqual({
    code: 'identity/scope-unknown',
    params: { line: '<script>' },
    field: 'pham-vi',
  });
  expect(refusal(Array.from({ length: 101 }, (_, n) => `x${n}`).join('\n'))?.code).toBe(
    'identity/scope-too-long',
  );
});

test('what is taken is always known, and taken again as it is', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom(...matters.flatMap(({ code, field }) => [code, field])));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const read = readScope(lines.join('\n'), matters);
      if (!read.ok) return;
      expect(read.value.every((one) => isKnown(one, matters))).toBe(true);
      expect(readScope(read.value.join('\n'), matters)).toEqual(read);
    }),
  );
});
