import { describe, expect, it } from 'vitest';
import { dong, dongInWords, formatDong, numberInWords, parseDong } from './money.ts';

describe('amounts', () => {
  it.each([
    [0, '0 đ'],
    [999, '999 đ'],
    [1000, '1.000 đ'],
    [1_234_567, '1.234.567 đ'],
    [-20_000, '-20.000 đ'],
  ])('%d is %s', (amount, text) => expect(formatDong(dong(amount)).replace('\u00A0', ' ')).toBe(text));

  it('has no fractions', () => expect(() => dong(0.5)).toThrow(RangeError));
});

describe('numbers in words', () => {
  it.each([
    [0, 'không'],
    [1, 'một'],
    [4, 'bốn'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [55, 'năm mươi lăm'],
    [100, 'một trăm'],
    [101, 'một trăm lẻ một'],
    [104, 'một trăm lẻ bốn'],
    [105, 'một trăm lẻ năm'],
    [110, 'một trăm mười'],
    [115, 'một trăm mười lăm'],
    [121, 'một trăm hai mươi mốt'],
    [1000, 'một nghìn'],
    [1001, 'một nghìn không trăm lẻ một'],
    [1015, 'một nghìn không trăm mười lăm'],
    [1100, 'một nghìn một trăm'],
    [8000, 'tám nghìn'],
    [20_005, 'hai mươi nghìn không trăm lẻ năm'],
    [1_000_015, 'một triệu không trăm mười lăm'],
    [1_001_000, 'một triệu không trăm lẻ một nghìn'],
    [1_234_567, 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy'],
    [10_000_000, 'mười triệu'],
    [1_000_000_000, 'một tỷ'],
    [1_000_000_001, 'một tỷ không trăm lẻ một'],
    [1_005_000_000, 'một tỷ không trăm lẻ năm triệu'],
    [21_000_000_000, 'hai mươi mốt tỷ'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [1_002_000_000_003, 'một nghìn không trăm lẻ hai tỷ không trăm lẻ ba'],
    [-15, 'âm mười lăm'],
  ])('%d is "%s"', (value, words) => expect(numberInWords(value)).toBe(words));

  it('says the unit', () => expect(dongInWords(dong(50_000))).toBe('năm mươi nghìn đồng'));
});

describe('amounts as people type them', () => {
  it.each([
    ['0', 0],
    ['50000', 50_000],
    ['50.000', 50_000],
    ['1 234 567 đ', 1_234_567],
    ['1,000,000 VND', 1_000_000],
    ['20.000đồng', 20_000],
  ])('%s is %d', (typed, amount) =>
    expect(parseDong(typed, 2_000_000_000)).toEqual({ ok: true, value: amount }),
  );

  it.each([
    ['', 'kernel/amount-missing'],
    ['năm mươi', 'kernel/unreadable-amount'],
    ['50.5', 'kernel/unreadable-amount'],
    ['-50000', 'kernel/unreadable-amount'],
    ['1e6', 'kernel/unreadable-amount'],
    ['9.999.999.999', 'kernel/amount-too-large'],
  ])('%s is refused', (typed, code) =>
    expect(parseDong(typed, 2_000_000_000, 'amount')).toMatchObject({ refusal: { code, field: 'amount' } }),
  );
});
