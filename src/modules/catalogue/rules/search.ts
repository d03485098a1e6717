import { searchRank } from '#kernel/search-rank.ts';
import { coveredCode } from './covered-codes.ts';
import type { Procedure } from './procedure.ts';

/** What a search looks at. */
export type Searchable = Pick<Procedure, 'code' | 'name' | 'officialName' | 'field' | 'papers'>;

const CODE = /^\d[\d.\s-]*$/;

/**
 * How well a procedure answers what was typed, 0 = not at all. Code typed in full before all; then the name,
 * the official name, the beginning of a code, the field, the papers. Diacritics do not matter.
 */
export function rankOfProcedure(typed: string, procedure: Searchable): number {
  const text = typed.trim();
  if (text === '') return 0;
  if (CODE.test(text)) return rankOfCode(text, procedure.code);
  const tiers = [
    [4, procedure.name],
    [3, procedure.officialName],
    [1, procedure.field],
    [0, procedure.papers.map((paper) => paper.name).join(' ')],
  ] as const;
  for (const [tier, where] of tiers) {
    const rank = searchRank(text, where);
    if (rank > 0) return tier + rank;
  }
  return 0;
}

/** "1.001193" and "1001193" are the same code; its last digits find it too. */
function rankOfCode(typed: string, code: string): number {
  const digits = typed.replace(/\D/g, '');
  const own = code.replace(/\D/g, '');
  if (digits === own || coveredCode(typed)?.by === code) return 6;
  if (digits.length >= 3 && own.endsWith(digits)) return 3;
  return own.startsWith(digits) ? 2 : 0;
}

/** Best first; equal ranks keep the order of the catalogue. */
export function bestProcedures<T extends Searchable>(typed: string, all: readonly T[], limit: number): T[] {
  return all
    .map((procedure) => ({ procedure, rank: rankOfProcedure(typed, procedure) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, limit)
    .map(({ procedure }) => procedure);
}
