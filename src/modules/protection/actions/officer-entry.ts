import type { AuditEntry } from '#modules/audit/index.ts';
import type { Officer } from '../deps.ts';
import { officerPost } from '../rules/officer.ts';

/** The officer reads people's data too: every page and press stands in the log like anybody's. */
export function officerEntry({ actor, origin }: Officer, verb: string, agencyId?: string): AuditEntry {
  const post = officerPost(actor, agencyId);
  return {
    ...origin,
    action: `protection/${verb}`,
    accountId: actor.accountId,
    postId: post?.id ?? null,
    officeId: post?.officeId ?? null,
    result: 'allowed',
  };
}
