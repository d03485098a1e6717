import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

/** What could not be used. */
export const systems = [
  'software',
  'national-portal',
  'sector-software',
  'payment',
  'identity',
  'post',
  'network',
  'power',
  'other',
] as const;
export type System = (typeof systems)[number];

/** A technical incident; legal time. */
export interface Incident {
  readonly id: string;
  readonly system: System;
  readonly from: Instant;
  /** Null: it is still going on. */
  readonly to: Instant | null;
  /** Null: all offices. */
  readonly officeIds: readonly string[] | null;
  readonly what: string;
  /** Null: the program noticed it itself. */
  readonly recordedBy: string | null;
  readonly recordedByName: string;
  readonly recordedAt: Instant;
}

export type NewIncident = Omit<Incident, 'id' | 'recordedBy' | 'recordedByName' | 'recordedAt'>;

/**
 * What happened is recorded after it began, never ahead. Refusals: `system-missing`, `what-missing`,
 * `begins-later`, `ends-before`, `ends-later`, `office-missing`.
 */
export function checkIncident(
  { system, from, to, officeIds, what }: NewIncident,
  now: Instant,
): Outcome<null> {
  if (!systems.includes(system)) return refused('incidents/system-missing', undefined, 'he-thong');
  if (officeIds?.length === 0) return refused('incidents/office-missing', undefined, 'don-vi');
  if (from > now) return refused('incidents/begins-later', undefined, 'tu-ngay');
  const end = to === null ? accepted(null) : checkEnd(from, to, now);
  if (!end.ok) return end;
  return what.trim() ? accepted(null) : refused('incidents/what-missing', undefined, 'noi-dung');
}

/** When it ended. Refusals: `ends-before`, `ends-later`. */
export function checkEnd(from: Instant, to: Instant, now: Instant): Outcome<null> {
  if (to <= from) return refused('incidents/ends-before', undefined, 'den-ngay');
  return to > now ? refused('incidents/ends-later', undefined, 'den-ngay') : accepted(null);
}

/** A stretch of a dossier's time and the office that had it; the next one ends it. */
export interface Stretch {
  /** `ended`: nobody has it any more. */
  readonly kind: string;
  readonly officeId: string | null;
  readonly from: Instant;
}

/** Whether an incident fell into time in which one of its offices had the dossier; touching ends do not count. */
export function touches(incident: Incident, stretches: readonly Stretch[], now: Instant): boolean {
  const { from, to, officeIds } = incident;
  const until = to ?? now;
  return stretches.some((stretch, index) => {
    if (stretch.kind === 'ended') return false;
    const isTheirs =
      officeIds === null || (stretch.officeId !== null && officeIds.includes(stretch.officeId));
    const end = stretches[index + 1]?.from ?? now;
    return isTheirs && stretch.from < until && from < end && stretch.from < end;
  });
}
