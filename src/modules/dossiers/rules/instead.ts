import type { Actor, HeldPost } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instead } from './event.ts';

/** For whom somebody acts by this post; undefined by one of their own. */
export function insteadBy({ insteadOf, title }: HeldPost): Instead | undefined {
  if (!insteadOf) return undefined;
  const { kind, id, accountId, name, until, manner, decisionNumber, decisionDate } = insteadOf;
  return { kind, id, accountId, name, title, until, manner, decisionNumber, decisionDate };
}

/** A page may be pressed on the day after it was opened: what ended in between gives no right any more. */
export function standingOn(actor: Actor, on: CivilDate): Actor {
  if (!actor.standsIn) return actor;
  const standsIn = actor.standsIn.filter(({ insteadOf }) => !insteadOf?.until || on <= insteadOf.until);
  return { ...actor, standsIn };
}

/** The page said for whom it would be done; the press does not quietly do it otherwise. */
export function standsAsSeen({ standsIn = [] }: Actor, seen: readonly string[] = []): boolean {
  return seen.every((id) => standsIn.some(({ insteadOf }) => insteadOf?.id === id));
}
