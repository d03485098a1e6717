import { postAt } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { titleInWords } from '#modules/dossiers/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { By, CashDeps } from '../deps.ts';
import { receivingRoles } from '../rules/access.ts';
import { decideConfirm } from '../rules/day.ts';

export interface ConfirmPress extends By {
  readonly key: string;
  readonly listId: string;
  /** Counted again by the one who receives it (đồng). */
  readonly receivedCash: number;
  readonly note: string;
}

/** A second person has received what the clerk counted; from now on the day never changes. */
export function confirmList(deps: CashDeps, press: ConfirmPress): Promise<Outcome<null>> {
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const list = await deps.cashStores.findListForUpdate(tx, press.listId);
    const post = list && postAt(press.actor, receivingRoles, list.officeId);
    if (!list || !post) return refused('cash/not-found');
    if (list.confirmation?.key === press.key) return accepted(null);
    const { actor, receivedCash, note } = press;
    const may = decideConfirm({
      state: list.state,
      clerkAccountId: list.accountId,
      confirmerAccountId: actor.accountId,
      countedCash: list.closing?.count.cash ?? null,
      receivedCash,
      note,
    });
    const entry = {
      ...press.origin,
      action: 'cash/confirm',
      accountId: actor.accountId,
      postId: post.id,
      officeId: list.officeId,
      subject: { kind: 'cash-list', id: list.id },
    };
    if (!may.ok) {
      await deps.stores.record(tx, { ...entry, result: 'refused', reason: may.refusal.code });
      return may;
    }
    await deps.cashStores.confirmRow(tx, list.id, {
      at: deps.clock.now(),
      key: press.key,
      receivedCash,
      accountId: actor.accountId,
      name: actor.name,
      title: titleInWords(deps.paperWords, post),
      noteId: await deps.cashStores.insertNote(tx, deps, note, null),
    });
    await deps.stores.record(tx, { ...entry, result: 'allowed' });
    return accepted(null);
  });
}
