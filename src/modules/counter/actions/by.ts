import { type Actor, type HeldPost, postsWithRole, type Role } from '#kernel/actor.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import type { Holder } from '../store/drafts.ts';

/** Who works at a counter, and from where. */
export interface By {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
}

/** Who accepts (dossier.md): the head of the one-stop only with a reception post of her own. */
export const receptionRoles = ['reception-officer', 'postal-staff'] as const satisfies readonly Role[];

/** The counter at which a person works: the one asked for, else the first of her posts, her own before others'. */
export function counterPost(actor: Actor, officeId?: string): HeldPost | undefined {
  const posts = postsWithRole(actor, receptionRoles);
  return officeId ? posts.find((post) => post.officeId === officeId) : posts[0];
}

/** Drafts are a person's own, and only while the person receives at their counter, also instead of somebody. */
export function holderOf(actor: Actor): Holder {
  const officeIds = postsWithRole(actor, receptionRoles).map((post) => post.officeId);
  return { accountId: actor.accountId, officeIds };
}
