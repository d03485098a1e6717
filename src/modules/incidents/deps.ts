import type { Actor } from '#kernel/actor.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import type { Database, Queries } from '#platform/db/database.ts';

export interface IncidentDeps {
  readonly db: Database;
}

export interface IncidentPress {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
}

export function logIncident(
  q: Queries,
  { actor, origin }: IncidentPress,
  action: 'record' | 'end',
  id: string,
): Promise<void> {
  const post = actor.posts.find(({ role }) => role === 'system-administrator');
  const real = post !== undefined && post.id !== actor.accountId;
  return record(q, {
    ...origin,
    action: `incidents/${action}`,
    accountId: actor.accountId,
    postId: real ? post.id : null,
    officeId: real ? post.officeId : null,
    subject: { kind: 'incident', id },
    result: 'allowed',
  });
}
