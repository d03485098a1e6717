import {
  type Actor,
  covers,
  type HeldPost,
  type Matter,
  officePosts,
  postsWithRole,
  type Role,
} from '#kernel/actor.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import type { Holder } from '../store/drafts.ts';

/** Who works at a counter, and from where. */
export interface By {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
}

/** Who accepts (dossier.md): the head of the one-stop only with a reception post of her own. */
export const receptionRoles = ['reception-officer', 'postal-staff'] as const satisfies readonly Role[];

/** The counters at which a person works, her own before those where she stands in for somebody. */
export function counterPosts(actor: Actor): readonly HeldPost[] {
  return officePosts(actor, receptionRoles);
}

/** The counter asked for, else the first one; by a post for this matter where one is named. */
export function counterPost(actor: Actor, officeId?: string, matter?: Matter): HeldPost | undefined {
  return postsWithRole(actor, receptionRoles).find(
    (post) => (!officeId || post.officeId === officeId) && (!matter || covers(post, matter)),
  );
}

/** Drafts are a person's own, and only while the person receives at their counter, also instead of somebody. */
export function holderOf(actor: Actor): Holder {
  const officeIds = postsWithRole(actor, receptionRoles).map((post) => post.officeId);
  return { accountId: actor.accountId, officeIds };
}
