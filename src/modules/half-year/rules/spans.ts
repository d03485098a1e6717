import type { CivilDate } from '#kernel/civil-date.ts';

/** What holds from one day to another, both included. */
export interface Span<T> {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly holds: T;
}

export function holdsOn<T>(spans: readonly Span<T>[], on: CivilDate): T {
  const span = spans.find(({ from, to }) => from <= on && on <= to);
  if (!span) throw new Error(`nothing is known of ${on}`);
  return span.holds;
}
