import type { Actor } from '#kernel/actor.ts';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { type AuditEntry, record } from '#modules/audit/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Origin } from './deps.ts';

/** An administrator presses a button: who, with which posts, from where and when. */
export interface AdminPress {
  readonly actor: Actor;
  readonly origin: Origin;
}

/** A press that makes something: its id was given with the form, so a second press of it makes nothing more. */
export interface MakingPress extends AdminPress {
  readonly newId: string;
}

export function legalDay({ origin }: AdminPress): CivilDate {
  return dateOf(origin.legalNow);
}

/** Writes an administrator's act into the log: ids only, never a name or a reason. */
export function logAct(
  q: Queries,
  press: AdminPress,
  action: string,
  subject: AuditEntry['subject'] | undefined,
): Promise<void> {
  return record(q, actEntry(press, action, subject));
}

export function actEntry(
  { actor, origin }: AdminPress,
  action: string,
  subject: AuditEntry['subject'] | undefined,
): AuditEntry {
  const { legalNow, machineNow, address, requestId } = origin;
  const post = actor.posts.find((held) => held.role === 'system-administrator') ?? actor.posts[0];
  const real = post !== undefined && post.id !== actor.accountId; // the first administrator has no post
  return {
    legalNow,
    machineNow,
    address,
    requestId,
    action: `identity/${action}`,
    accountId: actor.accountId,
    postId: real ? post.id : null,
    officeId: real ? post.officeId : null,
    ...(subject ? { subject } : {}),
    result: 'allowed',
  };
}
