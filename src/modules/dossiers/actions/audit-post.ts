import type { Actor, HeldPost } from '#kernel/actor.ts';
import type { AuditEntry } from '#modules/audit/index.ts';

/** Who, in which post, for the log: what a person did is answered for by the post it was done in. */
export function auditPost(
  actor: Actor,
  post: HeldPost | undefined,
): Pick<AuditEntry, 'accountId' | 'postId' | 'officeId'> {
  return { accountId: actor.accountId, postId: post?.id ?? null, officeId: post?.officeId ?? null };
}
