import { postAt } from '#kernel/actor.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { By, ByPost, CashDeps } from '../deps.ts';
import type { cashRoles } from '../rules/access.ts';
import { type Quarter, quarterName } from '../rules/quarter.ts';
import { lockQuarter } from '../store/fee-settlements.ts';
import { type QuarterState, quarterState } from './quarter.ts';

/** One press about a quarter. */
export interface QuarterPress extends By {
  /** Made with the form; the same press never acts twice. */
  readonly key: string;
  readonly officeId: string;
  readonly quarter: Quarter;
}

export type QuarterRoles = readonly (typeof cashRoles)[number][];

/** The way of every press about a quarter: whose post, locked, as it stands now, logged whatever comes of it. */
export function onQuarter(
  deps: CashDeps,
  press: QuarterPress,
  { command, roles }: { readonly command: string; readonly roles: QuarterRoles },
  act: (tx: Tx, state: QuarterState, by: ByPost) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const { actor, origin, officeId, quarter } = press;
    const post = postAt(actor, roles, officeId);
    if (!post) return refused('cash/not-found');
    await lockQuarter(tx, { officeId, quarter: quarterName(quarter) });
    const done = await act(tx, await quarterState(tx, officeId, quarter), { actor, origin, post });
    await record(tx, {
      ...origin,
      action: `cash/${command}`,
      accountId: actor.accountId,
      postId: post.id,
      officeId,
      subject: { kind: 'fee-quarter', id: quarterName(quarter) },
      ...(done.ok ? { result: 'allowed' } : { result: 'refused', reason: done.refusal.code }),
    });
    return done;
  });
}
