/** Text as people type and paste it, made safe to store, search and sort. Pure. */

export interface CleanText {
  readonly text: string;
  /** True when invisible or control characters were taken out: worth saying to who typed it. */
  readonly removed: boolean;
}

// NUL and other controls, format characters (zero-width, soft hyphen, byte order mark, bidi: U+202E turns a
// name round on paper), unpaired surrogates, letters that show nothing.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u115F\u1160\u3164\uFFA0]|\u034F/gu;
const INVISIBLE_BUT_LINES = new RegExp(`(?![\\t\\n])(?:${INVISIBLE.source})`, 'gu');

/** One line: NFC, nothing invisible, runs of blanks and line ends become one blank, ends trimmed. */
export function cleanLine(raw: string): CleanText {
  const spaced = raw.replace(/[\s\u0085]+/gu, ' ');
  const visible = spaced.replace(INVISIBLE, '');
  const text = visible.normalize('NFC').replace(/ {2,}/g, ' ').trim();
  return {
    text,
    removed: visible.length !== spaced.replace(/\uFEFF/gu, '').length || raw.includes('\uFEFF'),
  };
}

/** Several lines: as `cleanLine`, but line ends (as \n, at most one empty line in a row) stay. */
export function cleanLines(raw: string): CleanText {
  const lines = raw.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n');
  const visible = lines.replace(INVISIBLE_BUT_LINES, '');
  const text = visible
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text, removed: visible.length !== lines.length };
}

/** The search form: NFD, marks stripped, đ → d, lower case, one blank between words. "Đăng ký" → "dang ky". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s+/gu, ' ')
    .trim();
}

const SIGNS_AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * What is looked for when this is typed: as `fold`, without invisible characters and without signs around a word.
 * "Xã %" → "xa", "Phú Hựu." → "phu huu", "Ea H'leo" stays; empty when only signs were typed.
 */
export function soughtText(text: string): string {
  const words = fold(cleanLine(text).text).split(' ');
  return words
    .map((word) => word.replace(SIGNS_AROUND, ''))
    .filter((word) => word !== '')
    .join(' ');
}

/** A name as it may stand in what is searched: as typed, and without the signs around its words; none of signs only. */
export function soughtNames(text: string): readonly string[] {
  const sought = soughtText(text);
  return sought === '' ? [] : [...new Set([fold(cleanLine(text).text), sought])];
}

/** Words of a text in search form: letters and digits; all else separates. */
export function foldedWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** "Nguyễn Văn Hòa" → "N. V. H.": all that the public may see of a name. */
export function initials(name: string): string {
  const words = cleanLine(name).text.split(/[\s-]+/u);
  return words
    .map((word) => /\p{L}/u.exec(word)?.[0])
    .filter((letter) => letter !== undefined)
    .map((letter) => `${letter.toLocaleUpperCase('vi')}.`)
    .join(' ');
}

/** As a sentence begins: "năm mươi nghìn đồng" → "Năm mươi nghìn đồng". */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
