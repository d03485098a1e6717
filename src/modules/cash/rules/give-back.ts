import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

/** What was paid and what of it went back, đồng. */
export interface PaidPart {
  readonly amount: number;
  readonly givenBack: number;
}

export interface GivenBack extends PaidPart {
  /** What goes back now. */
  readonly now: number;
  /** Nothing is left: the receipt is void. */
  readonly whole: boolean;
}

/** What lies there still. */
export function remainsOf({ amount, givenBack }: PaidPart): number {
  return amount - givenBack;
}

/**
 * What goes back: a part, or all that is left; `seen`: what remained on the page that was pressed (đồng). Refuses
 * `cash/already-given-in-part` (another amount remains now), `cash/nothing-given-back` (no đồng),
 * `cash/gives-back-too-much`.
 */
export function decideGiveBack(
  paid: PaidPart,
  { wanted, seen }: { readonly wanted: number; readonly seen: number },
): Outcome<GivenBack> {
  const remains = remainsOf(paid);
  if (seen !== remains) return refused('cash/already-given-in-part', { remains }, 'amount');
  if (wanted <= 0) return refused('cash/nothing-given-back', {}, 'amount');
  if (wanted > remains) return refused('cash/gives-back-too-much', { remains }, 'amount');
  const givenBack = paid.givenBack + wanted;
  return accepted({ amount: paid.amount, givenBack, now: wanted, whole: givenBack === paid.amount });
}
