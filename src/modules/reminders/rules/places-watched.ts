import type { Actor, Role } from '#kernel/actor.ts';
import { leadingRoles, placesLed } from '#modules/dossiers/index.ts';

/** Who answers for what others do in time: leaders; an inspector looks at the whole agency. */
export const overseers: readonly Role[] = [...leadingRoles, 'inspector'];

/** Whole agencies, and offices that act or took a dossier in. */
export interface Places {
  readonly agencyIds: readonly string[];
  readonly officeIds: readonly string[];
}

export function placesWatchedBy(actor: Actor): Places {
  const places = placesLed(actor, overseers);
  const whole = places.filter(({ officeIds }) => officeIds === null);
  return {
    agencyIds: whole.map(({ agencyId }) => agencyId),
    officeIds: [...new Set(places.flatMap(({ officeIds }) => officeIds ?? []))],
  };
}
