import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksSpoiltByInputMethod, spoiltByInputMethod } from './input-method.ts';
import { matchesSearch, rankedBy, searchRank } from './search-rank.ts';
import { compareVietnamese, compareVietnameseNames } from './vietnamese-order.ts';
import {
  capitalised,
  cleanLine,
  cleanLines,
  fold,
  foldedWords,
  initials,
  soughtNames,
  soughtText,
} from './vietnamese-text.ts';

describe('cleaning', () => {
  it.each([
    ['  Nguyễn   Văn\tA \n', 'Nguyễn Văn A', false],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn', false],
    ['Nguyễn\u0000 Văn', 'Nguyễn Văn', true],
    ['\u202EA năV', 'A năV', true],
    ['a\u200Bb\u2066c', 'abc', true],
    ['\uFEFFHồ sơ', 'Hồ sơ', true],
    ['hồ\u00A0sơ', 'hồ sơ', false],
    ['x\uD800y', 'xy', true],
    ['', '', false],
  ])('%j becomes %j', (raw, text, removed) => expect(cleanLine(raw)).toEqual({ text, removed }));

  it('keeps the lines of a longer text', () => {
    expect(cleanLines('a \r\n\r\n\r\n b\u0007\n')).toEqual({ text: 'a\n\nb', removed: true });
  });

  it('is done when done once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = cleanLine(raw);
        expect(cleanLine(once.text)).toEqual({ text: once.text, removed: false });
        expect(once.text).toBe(once.text.normalize('NFC'));
      }),
    );
  });
});

describe('folding', () => {
  it.each([
    ['Đăng ký khai sinh', 'dang ky khai sinh'],
    ['ĐẶNG THỊ QUỲNH NGỮ', 'dang thi quynh ngu'],
    ['Cái Tàu  Hạ', 'cai tau ha'],
    ['Ở, ữ, ợ'.normalize('NFD'), 'o, u, o'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('splits words', () =>
    expect(foldedWords('Khai sinh (có yếu tố nước ngoài) – 1.001193')).toHaveLength(9));
});

describe('what is looked for', () => {
  it.each([
    ['Xã %', 'xa'],
    ['xã Phú Hựu.', 'xa phu huu'],
    ['“Nguyễn, An”', 'nguyen an'],
    ["Ea H'leo", "ea h'leo"],
    ['Phan Rang-Tháp Chàm', 'phan rang-thap cham'],
    ['Phú\u200B Hựu\u0000', 'phu huu'],
    ['% _ \\ ? …', ''],
    ['', ''],
  ])('%j → %j', (typed, sought) => expect(soughtText(typed)).toBe(sought));

  it('a name is looked for as typed too', () => {
    expect(soughtNames('Công ty A & B')).toEqual(['cong ty a & b', 'cong ty a b']);
    expect(soughtNames('Nguyễn An')).toEqual(['nguyen an']);
    expect(soughtNames('%%%')).toEqual([]);
  });

  it('signs around a text say nothing, and doing it again changes nothing', () => {
    const sign = fc.constantFrom(...'%_\\\'";:.,*?()[]{}/-–& \t\u200B');
    const signs = fc.string({ unit: sign, maxLength: 6 });
    fc.assert(
      fc.property(signs, fc.string({ unit: 'grapheme' }), signs, (before, text, after) => {
        const sought = soughtText(text);
        expect(soughtText(`${before} ${text} ${after}`)).toBe(sought);
        expect(soughtText(sought)).toBe(sought);
        expect(soughtText(before)).toBe('');
      }),
    );
  });
});

describe('initials', () => {
  it.each([
    ['Nguyễn Văn Hòa', 'N. V. H.'],
    ['  đặng  thị ánh', 'Đ. T. Á.'],
    ['H’Hen Niê', 'H. N.'],
    ['', ''],
  ])('%s → %s', (name, short) => expect(initials(name)).toBe(short));
});

describe('order', () => {
  it('goes by letters first, then by tones', () => {
    const sorted = ['b', 'ba', 'bà', 'bả', 'bã', 'bá', 'bạ', 'băn', 'bân', 'dan', 'đan', 'en', 'ên'];
    expect([...sorted].reverse().sort(compareVietnamese)).toEqual(sorted);
  });

  it('goes word by word and counts numbers', () => {
    const sorted = ['Ấp 2', 'Ấp 10', 'Lê An', 'Lê Ánh', 'Lê Bình', 'Lệ Thủy', 'Trần'];
    expect([...sorted].reverse().sort(compareVietnamese)).toEqual(sorted);
  });

  it('puts names in the order of the given name', () => {
    const sorted = ['Trần Văn An', 'Lê Thị Bình', 'Phạm Văn Bình', 'Nguyễn Thị Đào'];
    expect([...sorted].reverse().sort(compareVietnameseNames)).toEqual(sorted);
  });

  it('is an order', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aăâàáạbdđ 12ê'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(Math.sign(compareVietnamese(a, b))).toBe(-Math.sign(compareVietnamese(b, a)) + 0);
        if (compareVietnamese(a, b) <= 0 && compareVietnamese(b, c) <= 0)
          expect(compareVietnamese(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('search', () => {
  const names = [
    'Cấp bản sao Trích lục hộ tịch',
    'Đăng ký lại khai sinh',
    'Đăng ký khai sinh có yếu tố nước ngoài',
    'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
    'Đăng ký khai sinh',
    'Đăng ký khai tử',
    'Đăng ký kết hôn',
    'Chứng thực bản sao từ bản chính',
  ];

  it.each([
    ['kha sinh', 'Đăng ký khai sinh'],
    ['khai sinh', 'Đăng ký khai sinh'],
    ['dang ky khai sinh', 'Đăng ký khai sinh'],
    ['ket hon', 'Đăng ký kết hôn'],
    ['KHAI TU', 'Đăng ký khai tử'],
    ['lai khai sinh', 'Đăng ký lại khai sinh'],
    ['sao chung thuc', 'Chứng thực bản sao từ bản chính'],
    ['bản sao chính', 'Chứng thực bản sao từ bản chính'],
  ])('%s finds %s first', (query, best) => expect(rankedBy(query, names, (name) => name)[0]).toBe(best));

  it('finds nothing for nothing and for what is not there', () => {
    expect(rankedBy('đất đai', names, (name) => name)).toEqual([]);
    expect(searchRank('', 'a')).toBe(0);
    expect(matchesSearch('', 'a')).toBe(true);
    expect(searchRank("'; --", 'a')).toBe(0);
  });
});

describe('the beginning of a sentence', () => {
  it.each([
    ['năm mươi nghìn đồng', 'Năm mươi nghìn đồng'],
    ['đã trả', 'Đã trả'],
    ['ủy ban', 'Ủy ban'],
    ['', ''],
  ])('%j', (text, said) => expect(capitalised(text)).toBe(said));
});

describe('text spoilt by an input method', () => {
  it.each([
    ['Nguyeenx Vawn A', 'telex'],
    ['Traanf Thij Hoa', 'telex'],
    ['Ddoongf Thaps', 'telex'],
    ['Nguye64n Va8n A', 'vni'],
    ['D9o62ng Tha1p', 'vni'],
    ['Nguy?n V?n A', 'lost-letters'],
    ['Nguy\uFFFDn', 'lost-letters'],
    ['Nguyá»…n VÄƒn A', 'wrong-encoding'],
  ])('%s: %s', (text, by) => expect(spoiltByInputMethod(text)).toBe(by));

  it.each([
    'Nguyễn Văn A',
    'Nguyen Van A',
    'TRẦN THỊ THU HOÀI',
    'Đặng Thị Ngọc Xuyến',
    'Hứa Quỳnh Như',
    'Phan Thuý Oanh',
    'Quách Khuê Nghiêm',
    'Lê Thị Xuân Loan',
    'Trương Giang Uyên Phước',
    'Ấp Phú Hòa, xã Phú Hựu, tỉnh Đồng Tháp',
    'Số 12A/3 tổ 5, khóm 4, QL80',
    'Cái Tàu Hạ, Kế Xuyên, Xoong, Boong',
    'H’Hen Niê',
    '',
  ])('leaves %j alone', (text) => expect(looksSpoiltByInputMethod(text)).toBe(false));
});
