import { fold, foldedWords } from './vietnamese-text.ts';

/**
 * How well a text answers what was typed, from 0 (not at all) to 1: each typed word must begin a word of the
 * text, marks do not matter ("kha sinh" finds "Đăng ký khai sinh"). Whole words, words in the typed order and
 * side by side, and short texts stand higher; typed marks that agree are preferred ("khai sinh" ≠ "khái sinh").
 */
export function searchRank(query: string, text: string): number {
  const wanted = foldedWords(query);
  const words = foldedWords(text);
  if (wanted.length === 0 || words.length === 0) return 0;
  const found = place(wanted, words);
  if (!found) return 0;
  const whole = wanted.filter((word, i) => words[found.at[i] ?? -1] === word).length / wanted.length;
  const coverage = wanted.length / Math.max(words.length, wanted.length);
  const exact = words.join(' ') === wanted.join(' ') ? 1 : 0;
  const marks = text.normalize('NFC').toLowerCase().includes(query.normalize('NFC').toLowerCase().trim())
    ? 1
    : 0;
  const early = 1 - Math.min(found.at[0] ?? 0, 20) / 20;
  return (
    0.3 + 0.2 * found.together + 0.15 * whole + 0.15 * coverage + 0.1 * exact + 0.05 * marks + 0.05 * early
  );
}

interface Placement {
  /** Index of the word of the text that each typed word begins. */
  readonly at: readonly number[];
  /** Share of typed words that stand right behind the one before, 0 to 1. */
  readonly together: number;
}

/** The best of the placements that start at each word; in any order when no ordered one exists. */
function place(wanted: readonly string[], words: readonly string[]): Placement | undefined {
  let best: Placement | undefined;
  for (let start = 0; start < words.length; start += 1) {
    if (!words[start]?.startsWith(wanted[0] ?? '')) continue;
    const placed = placeFrom(start, wanted, words);
    if (placed && (!best || placed.together > best.together)) best = placed;
  }
  return best;
}

function placeFrom(
  start: number,
  wanted: readonly string[],
  words: readonly string[],
): Placement | undefined {
  const at = [start];
  const taken = new Set(at);
  let neighbours = 1;
  for (const word of wanted.slice(1)) {
    const previous = at.at(-1) ?? 0;
    const fits = (i: number) => !taken.has(i) && words[i]?.startsWith(word) === true;
    const next = fits(previous + 1) ? previous + 1 : nextFitting(previous, words.length, fits);
    if (next === undefined) return undefined;
    if (next === previous + 1) neighbours += 1;
    at.push(next);
    taken.add(next);
  }
  return { at, together: neighbours / wanted.length };
}

function nextFitting(after: number, length: number, fits: (i: number) => boolean): number | undefined {
  for (let i = after + 1; i < length; i += 1) if (fits(i)) return i;
  for (let i = 0; i < after; i += 1) if (fits(i)) return i;
  return undefined;
}

/** Sorts candidates by rank, best first, and leaves out what does not match; equal ranks keep their order. */
export function rankedBy<T>(query: string, candidates: readonly T[], textOf: (candidate: T) => string): T[] {
  return candidates
    .map((candidate) => ({ candidate, rank: searchRank(query, textOf(candidate)) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ candidate }) => candidate);
}

/** True when each typed word begins some word of the text. */
export function matchesSearch(query: string, text: string): boolean {
  return fold(query) === '' || searchRank(query, text) > 0;
}
