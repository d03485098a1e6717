import type { Actor, InsteadOf } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';

/** This person with the posts of another, as identity gives them for a time. */
export function instead(actor: Actor, absent: Actor, change: Partial<InsteadOf> = {}): Actor {
  const insteadOf: InsteadOf = {
    kind: 'substitute',
    id: `0190a000-0000-7000-8000-${absent.accountId
      .slice(-12)
      .padStart(12, '0')
      .replace(/[^0-9a-f]/g, '0')}`,
    accountId: absent.accountId,
    name: absent.name,
    until: civilDate('2022-07-29'),
    manner: null,
    decisionNumber: '12/QĐ-UBND',
    decisionDate: civilDate('2022-07-20'),
    ownTitle: actor.posts[0]?.title ?? '',
    matters: [],
    ...change,
  };
  return { ...actor, standsIn: absent.posts.map((post) => ({ ...post, insteadOf })) };
}

/** Signs for a leader by a recorded delegation. */
export function delegated(actor: Actor, head: Actor, change: Partial<InsteadOf> = {}): Actor {
  return instead(actor, head, { kind: 'delegation', manner: 'KT', ...change });
}
