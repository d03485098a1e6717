import type { Instant } from '#kernel/instant.ts';
import type { DossierEvent } from './event.ts';
import { fold } from './fold.ts';
import { isLate } from './late-cause.ts';

export interface LastLate {
  readonly events: readonly DossierEvent[];
  /** `now`, or when something happened after which it was late no more: it was withdrawn, or its clock began anew. */
  readonly at: Instant;
}

/**
 * The last moment of legal time at which a dossier was late by the legal clock, until `now`, and its history until then;
 * null: it never was, or its acceptance was annulled.
 */
export function lastLate(id: string, events: readonly DossierEvent[], now: Instant): LastLate | null {
  if (events.length === 0 || fold(id, events).state === 'not-accepted') return null;
  for (let length = events.length, at = now; length > 0; length--) {
    const until = events.slice(0, length);
    if (isLate(fold(id, until), at)) return { events: until, at };
    at = events[length - 1]?.at ?? at;
  }
  return null;
}
