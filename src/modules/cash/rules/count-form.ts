import { parseDong } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Count } from './day.ts';

/** Notes of the State Bank in circulation, largest first (đồng). */
export const denominations = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500,
] as const;

export const MOST_CASH = 2_000_000_000;
const MOST_PIECES = 9_999;

/** How many of each note; only those of which there are some. */
export type Pieces = Readonly<Record<string, number>>;

export interface ReadCount {
  readonly count: Count;
  readonly pieces: Pieces | null;
  readonly problems: readonly Refusal[];
}

export function sumOfPieces(pieces: Pieces): number {
  return Object.entries(pieces).reduce((sum, [note, many]) => sum + Number(note) * many, 0);
}

/**
 * Cash counted note by note (`pieces.500000`) or typed as a sum (`cash`); where both are there they must agree.
 * Everything that is wrong is told at once, each with its field.
 */
export function readCount(typed: Readonly<Record<string, string>>): ReadCount {
  const problems: Refusal[] = [];
  const pieces = readPieces(typed, problems);
  const sum = pieces && sumOfPieces(pieces);
  const cash = readSum(typed, 'cash', sum, problems);
  if (sum !== null && sum !== cash && problems.length === 0)
    problems.push({ code: 'cash/count-differs', field: 'cash' });
  const transfer = readSum(typed, 'transfer', null, problems);
  return { count: { cash, transfer }, pieces, problems };
}

function readPieces(typed: Readonly<Record<string, string>>, problems: Refusal[]): Pieces | null {
  const pieces: Record<string, number> = {};
  for (const note of denominations) {
    const field = `pieces.${note}`;
    const text = (typed[field] ?? '').trim();
    if (text === '') continue;
    const many = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    if (many <= MOST_PIECES) pieces[String(note)] = many;
    else problems.push({ code: 'cash/wrong-pieces', field, params: { most: MOST_PIECES } });
  }
  return Object.keys(pieces).length > 0 ? pieces : null;
}

function readSum(
  typed: Readonly<Record<string, string>>,
  field: string,
  empty: number | null,
  problems: Refusal[],
): number {
  const text = (typed[field] ?? '').trim();
  if (text === '' && empty !== null) return empty;
  const read = parseDong(text, MOST_CASH, field);
  if (read.ok) return read.value;
  problems.push(read.refusal);
  return 0;
}
