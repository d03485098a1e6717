import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine, fold, foldedWords } from '#kernel/vietnamese-text.ts';

/** A procedure of the catalogue, as far as a delegation names it. */
export interface Matter {
  readonly code: string;
  readonly name: string;
  readonly field: string;
}

const MOST = 100;
const NEAR = 3;

/** A line that names neither a field nor a procedure grants nothing. */
export function isKnown(line: string, matters: readonly Matter[]): boolean {
  return foundAs(line, matters) !== undefined;
}

/**
 * Fields and procedure codes that a delegation is for, one a line (or between semicolons), in the spelling of the
 * catalogue; none: all. Diacritics and capitals do not matter, the name of a procedure stands for its code. Refusals:
 * `identity/scope-too-long`, `identity/scope-unknown` with the line and what comes near.
 */
export function readScope(text: string, matters: readonly Matter[]): Outcome<readonly string[]> {
  const lines = text.split(/[\r\n;]+/u).map((one) => cleanLine(one).text);
  const written = [...new Set(lines.filter((one) => one !== ''))];
  if (written.length > MOST) return refused('identity/scope-too-long', { most: MOST }, 'pham-vi');
  const found: string[] = [];
  for (const line of written) {
    const as = foundAs(line, matters);
    if (as === undefined) return unknown(line, matters);
    found.push(as);
  }
  return accepted([...new Set(found)]);
}

function foundAs(line: string, matters: readonly Matter[]): string | undefined {
  const wanted = fold(line);
  const field = matters.find((one) => fold(one.field) === wanted)?.field;
  return field ?? matters.find((one) => one.code === line || fold(one.name) === wanted)?.code;
}

function unknown(line: string, matters: readonly Matter[]): Outcome<never> {
  const near = nearTo(line, matters);
  return near.length === 0
    ? refused('identity/scope-unknown', { line }, 'pham-vi')
    : refused('identity/scope-unknown-near', { line, near: near.join('; ') }, 'pham-vi');
}

/** Fields, then procedures with their codes, that have most of its words; codes that begin alike. */
function nearTo(line: string, matters: readonly Matter[]): string[] {
  const words = foldedWords(line);
  const shared = (text: string) => {
    const own = foldedWords(text);
    return words.filter((word) => own.some((one) => one.startsWith(word) || word.startsWith(one))).length;
  };
  const fields = [...new Set(matters.map((one) => one.field))].map(
    (field) => [field, shared(field)] as const,
  );
  const procedures = matters.map(
    ({ code, name }) => [`${code} (${name})`, code.startsWith(line) ? words.length : shared(name)] as const,
  );
  return [...fields, ...procedures]
    .filter(([, count]) => count * 2 > words.length)
    .sort(([, a], [, b]) => b - a)
    .slice(0, NEAR)
    .map(([text]) => text);
}
