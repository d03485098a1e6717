import { addDays, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Dossier } from './dossier.ts';
import type { Author, NewEvent } from './event.ts';

/** A training dossier that nobody has moved for so long is cleared away: its personal part is destroyed. */
export const TRAINING_KEPT_DAYS = 30;

/** What was moved since then stays. */
export function keptSince(now: Instant): Instant {
  return instant(`${addDays(dateOf(now), -TRAINING_KEPT_DAYS)}T00:00:00`);
}

/** Nobody's press. */
const program: Author = { accountId: null, officeId: null, name: '', officeName: '' };

/** Undefined for a real dossier, one that was moved lately, and one that has been cleared. */
export function clearedEvent(
  { training, personal, updatedAt }: Pick<Dossier, 'training' | 'personal' | 'updatedAt'>,
  at: Instant,
): NewEvent | undefined {
  if (!training || !personal || updatedAt >= keptSince(at)) return undefined;
  return {
    type: 'personal-erased',
    at,
    by: program,
    body: { ground: 'training-over', order: '' },
    personal: null,
  };
}
