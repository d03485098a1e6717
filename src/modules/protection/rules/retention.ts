import { type CivilDate, civilDate } from '#kernel/civil-date.ts';

/** What archive law and the agency's own period say about one dossier. */
export type Keeping =
  | { readonly kind: 'erased' }
  /** Still being handled: nothing may go. */
  | { readonly kind: 'open' }
  /** Never accepted, so no archive keeps it: it goes when the person asks. */
  | { readonly kind: 'not-archived' }
  /** Has to be kept; the agency has not written down for how long. */
  | { readonly kind: 'no-period' }
  | { readonly kind: 'kept'; readonly until: CivilDate }
  | { readonly kind: 'over'; readonly until: CivilDate };

export interface ToKeep {
  /** Null: it was never accepted. */
  readonly number: string | null;
  readonly closedOn: CivilDate | null;
  readonly erased: boolean;
}

/**
 * Until when a dossier is kept (Luật Lưu trữ 33/2024/QH15; the period itself is a decision of the agency): `years`
 * whole calendar years after the one in which it was closed, the last day included. Dates are civil dates in
 * Viet Nam. Rounded to the end of the year, never to its beginning: what is kept too long can still go, what went
 * too early cannot come back.
 */
export function keepingOf(dossier: ToKeep, years: number | null, today: CivilDate): Keeping {
  if (dossier.erased) return { kind: 'erased' };
  if (!dossier.closedOn) return { kind: 'open' };
  if (dossier.number === null) return { kind: 'not-archived' };
  if (years === null) return { kind: 'no-period' };
  const until = civilDate(`${Number(dossier.closedOn.slice(0, 4)) + years}-12-31`);
  return { kind: today > until ? 'over' : 'kept', until };
}

/** May the officer erase it now, on any ground? By decision of an authority whatever is closed may go. */
export function mayErase({ kind }: Keeping): boolean {
  return kind !== 'erased' && kind !== 'open';
}
