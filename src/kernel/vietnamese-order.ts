/** Order of Vietnamese words: letters a ă â b … d đ … first, then tones (none, huyền, hỏi, ngã, sắc, nặng). */

const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const TONES = '\u0300\u0309\u0303\u0301\u0323';
const TONE = new RegExp(`[${TONES}]`, 'g');

/** Sorts like a Vietnamese dictionary, word by word; digits before letters, by their value. */
export function compareVietnamese(a: string, b: string): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  const byWords = compareKeys(left.words, right.words);
  return byWords || compareText(left.tones, right.tones) || compareText(a, b);
}

/** Names are read by their last word first: "Trần Văn An" stands before "Lê Thị Bình". */
export function compareVietnameseNames(a: string, b: string): number {
  return compareVietnamese(givenNameFirst(a), givenNameFirst(b)) || compareText(a, b);
}

function givenNameFirst(name: string): string {
  const words = name.trim().split(/\s+/u);
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ');
}

interface SortKey {
  readonly words: readonly string[];
  readonly tones: string;
}

/** Each letter becomes a character of its rank; tones are kept apart, for words that differ in nothing else. */
function keyOf(text: string): SortKey {
  const words: string[] = [];
  let tones = '';
  for (const word of text.toLowerCase().match(/\d+|[\p{L}\p{M}]+/gu) ?? []) {
    if (/^\d/.test(word)) {
      words.push(`!${word.replace(/^0+(?=\d)/, '').padStart(20, '0')}`);
      continue;
    }
    const decomposed = word.normalize('NFD');
    tones += `${[...decomposed].map((mark) => String(TONES.indexOf(mark) + 1)).join('')} `;
    const letters = decomposed.replace(TONE, '').normalize('NFC');
    words.push([...letters].map(rankOf).join(''));
  }
  return { words, tones };
}

function rankOf(letter: string): string {
  const rank = LETTERS.indexOf(letter);
  return rank < 0 ? `~${letter}` : String.fromCharCode(65 + rank);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const order = compareText(a[i] ?? '', b[i] ?? '');
    if (order) return order;
  }
  return a.length - b.length;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
