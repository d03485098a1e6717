import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawableText } from './drawable-text.ts';
import { paperCoverage } from './fonts.ts';

const bases = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const letters = [...bases]
  .flatMap((base) => ('aăâeêioôơuưy'.includes(base) ? tones.map((tone) => base + tone) : [base]))
  .flatMap((letter) => [letter.normalize('NFC'), letter.normalize('NFC').toUpperCase()]);

describe('the font of papers', () => {
  test('draws the whole Vietnamese alphabet in every face', () => {
    expect(letters).toHaveLength(186);
    expect(letters.filter((letter) => drawableText(letter) !== letter)).toEqual([]);
  });

  test('draws every character of the words and of the templates', () => {
    const files = globSync(['src/**/words/*.json', 'templates/**/*.typ']);
    expect(files.length).toBeGreaterThan(0);
    const missing = files.flatMap((file) =>
      [...new Set(readFileSync(file, 'utf8'))]
        .filter((character) => character > ' ' && !paperCoverage().has(character.codePointAt(0) ?? 0))
        .map((character) => `${file}: ${character}`),
    );
    // Words for the screen may use arrows and ticks that papers draw as lines.
    expect(missing.filter((line) => !/: [←→↑↓✓☐☑⚠]$/u.test(line))).toEqual([]);
    expect(missing.filter((line) => line.startsWith('templates/'))).toEqual([]);
  });

  test('has no ticks: templates draw them', () => {
    expect(['☐', '☑', '✓'].filter((tick) => paperCoverage().has(tick.codePointAt(0) ?? 0))).toEqual([]);
  });
});

describe('text for paper', () => {
  test.each([
    ['decomposed letters are composed', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['an emoji of several code points is one square', 'A 👨‍👩‍👧 B', 'A □ B'],
    ['each Chinese character is one square', '漢字', '□□'],
    ['direction marks, NUL and zero-width signs vanish', 'A\u202E\u0000\u200Bb', 'Ab'],
    ['a lone surrogate is seen', 'x\uD800y', 'x\uFFFDy'],
    ['lines stay lines', 'một\r\nhai\tba', 'một\nhai ba'],
    ['a mark the font has no place for is seen', 'a\u20E3', '□'],
  ])('%s', (_, given, shown) => {
    expect(drawableText(given)).toBe(shown);
  });
});
