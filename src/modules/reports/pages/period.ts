import { type CivilDate, dateOf, parseCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Refusal, refused } from '#kernel/refusal.ts';

/** As it stands in the address: typed, or nothing. */
export interface TypedPeriod {
  readonly tu?: string | undefined;
  readonly den?: string | undefined;
}

export interface Period {
  readonly from: CivilDate;
  /** Included. */
  readonly to: CivilDate;
  readonly refusals: readonly Refusal[];
}

/**
 * Days of receipt, both included; from the first of January until today where nothing is said or nothing can be
 * read. Refusals: those of `parseCivilDate`, `reports/period-backwards`.
 */
export function readPeriod({ tu, den }: TypedPeriod, now: Instant): Period {
  const today = dateOf(now);
  const refusals: Refusal[] = [];
  const read = (typed: string | undefined, field: string, other: CivilDate) => {
    if (!typed?.trim()) return other;
    const parsed = parseCivilDate(typed, field);
    if (parsed.ok) return parsed.value;
    refusals.push(parsed.refusal);
    return other;
  };
  const to = read(den, 'den', today);
  const from = read(tu, 'tu', `${to.slice(0, 4)}-01-01` as CivilDate);
  if (from <= to) return { from, to, refusals };
  const backwards = refused('reports/period-backwards', {}, 'tu').refusal;
  return { from, to, refusals: [...refusals, backwards] };
}
