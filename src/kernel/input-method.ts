import { fold } from './vietnamese-text.ts';

/**
 * A scanner that "types" the QR text of a chip card through a Vietnamese input method spoils it: with Telex
 * "Nguyễn" arrives as "Nguyeenx" when the scanner sends raw keys, with VNI as "Nguye64n"; a code page that
 * lacks letters leaves "?" or "�" or the two bytes of each letter ("Nguyá»…n").
 */
export type SpoiltBy = 'telex' | 'vni' | 'lost-letters' | 'wrong-encoding';

/** What spoilt a personal name or address, or undefined when it looks whole. Only a hint: a person decides. */
export function spoiltByInputMethod(text: string): SpoiltBy | undefined {
  const composed = text.normalize('NFC');
  if (/[\uFFFD]|\p{L}\?+\p{L}|\p{L}\?(?=\s|$)/u.test(composed)) return 'lost-letters';
  if (/Ã[\u0080-\u00BF]|á[º»][\u0080-\u00FF\u2018-\u203A…]?|Ä[\u0080-\u0192‘]|Æ[°¡]/u.test(composed))
    return 'wrong-encoding';
  const words = composed.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.some(looksLikeVni)) return 'vni';
  return words.some(looksLikeTelex) ? 'telex' : undefined;
}

export function looksSpoiltByInputMethod(text: string): boolean {
  return spoiltByInputMethod(text) !== undefined;
}

/** Digits inside or behind letters that stand for marks: "Nguye64n", "Va8n", "d9inh". House numbers are not. */
function looksLikeVni(word: string): boolean {
  if (!/^\p{L}+\d/u.test(word) || /^\p{L}\d+$/u.test(word)) return /^[dD]9/u.test(word);
  const undone = word
    .replace(/([aeoAEO])6/g, '$1')
    .replace(/([ouOU])7/g, '$1')
    .replace(/([aA])8/g, '$1')
    .replace(/([dD])9/g, '$1')
    .replace(/(\p{L})[1-9]/gu, '$1')
    .replace(/(\p{L})[1-9]/gu, '$1');
  return undone !== word && /^\p{L}+$/u.test(undone) && isSyllable(fold(undone));
}

/** Doubled vowels, dd, w behind a, o, u, and tone letters at the end that make a syllable when taken away. */
function looksLikeTelex(word: string): boolean {
  const plain = word.toLowerCase();
  if (!/^[a-zđăâêôơư]+$/u.test(fold(plain)) || plain.length < 2) return false;
  if (isSyllable(fold(plain))) return false;
  const toneless = plain.replace(/([a-zà-ỹ])[sfrxj](?=$|[a-z]{0,2}$)/u, '$1');
  const candidates = [plain, toneless].map((candidate) =>
    candidate
      .replace(/aa|ee|oo/g, (pair) => pair.charAt(0))
      .replace(/dd/g, 'd')
      .replace(/([aou])w/g, '$1'),
  );
  return candidates.some((candidate) => candidate !== plain && isSyllable(fold(candidate)));
}

const ONSET = '(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?';
const RHYME = '(?:[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?)';
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}$`);
const NEVER = /aa|ee|ii|uu$|yy|oo(?!ng|c)/;

/** A folded word that can be a Vietnamese syllable. */
function isSyllable(word: string): boolean {
  return SYLLABLE.test(word) && !NEVER.test(word);
}
