import type { Actor, HeldPost } from '#kernel/actor.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import { postsWithRole } from '#modules/identity/index.ts';
import { certifyingRoles } from '../rules/access.ts';

/** Who works at a counter, and from where. */
export interface By {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
}

/** The counter at which a person certifies: the first of her posts. */
export function counterPost(actor: Actor): HeldPost | undefined {
  return postsWithRole(actor, certifyingRoles)[0];
}
