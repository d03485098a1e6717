import { type HeldPost, postsOf } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { findHandOverList, insertHandOverList } from '../store/hand-overs.ts';
import type { DossierDeps, Press } from './deps.ts';

export interface BetweenOffices {
  readonly fromOfficeId: string;
  readonly toOfficeId: string;
}

/**
 * One printed list of what goes from one office to another now. The press is the list: pressed again it is the
 * same one. Refusals: `not-this-office`, `nothing-to-hand-over`.
 */
export function makeHandOverList(
  deps: DossierDeps,
  { actor, key, origin }: Press,
  { fromOfficeId, toOfficeId }: BetweenOffices,
): Promise<Outcome<{ readonly listId: string }>> {
  return inTransaction<Outcome<{ readonly listId: string }>>(deps.db, async (tx) => {
    if (!postsOf(actor).some((post: HeldPost) => post.officeId === fromOfficeId))
      return refused('dossiers/not-this-office');
    if (await findHandOverList(tx, key)) return accepted({ listId: key });
    const { accountId, name } = actor;
    const madeAt = deps.clock.now();
    const list = { id: key, fromOfficeId, toOfficeId, madeAt, madeBy: accountId, madeByName: name };
    if ((await insertHandOverList(tx, list)) === 0) return refused('dossiers/nothing-to-hand-over');
    await record(tx, {
      ...origin,
      action: 'dossiers/make-hand-over-list',
      accountId,
      subject: { kind: 'hand-over-list', id: key },
      result: 'allowed',
    });
    return accepted({ listId: key });
  });
}
