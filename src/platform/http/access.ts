import { holdsRole } from '#kernel/actor.ts';
import type { Access } from './route.ts';
import type { SignedIn } from './sessions.ts';

export type Gate = 'open' | 'sign-in' | 'first-steps' | 'forbidden';

/** What a route answers to somebody, by its declared access. A dossier that one may not see is a 404 of its page. */
export function gateOf(access: Access, who: Pick<SignedIn, 'actor' | 'state'> | null): Gate {
  if (access === 'public') return 'open';
  if (who === null) return 'sign-in';
  if (access === 'first-steps') return 'open';
  if (who.state === 'first-steps') return 'first-steps';
  if (access === 'signed-in' || holdsRole(who.actor, access.roles)) return 'open';
  return 'forbidden';
}
