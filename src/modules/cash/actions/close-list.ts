import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { By, CashDeps } from '../deps.ts';
import type { Pieces } from '../rules/count-form.ts';
import { type Count, decideClose } from '../rules/day.ts';

export interface ClosePress extends By {
  readonly key: string;
  readonly listId: string;
  /** Movements that the page showed. */
  readonly seen: number;
  readonly count: Count;
  readonly pieces: Pieces | null;
  readonly explanation: string;
}

/**
 * The clerk has counted: from now on nothing comes onto this list. Two at once: the second is told
 * (`cash/already-closed`), unless it is the same press.
 */
export function closeList(deps: CashDeps, press: ClosePress): Promise<Outcome<null>> {
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const list = await deps.cashStores.findListForUpdate(tx, press.listId);
    if (list?.accountId !== press.actor.accountId) return refused('cash/not-found');
    if (list.closing?.key === press.key) return accepted(null);
    const flows = await deps.cashStores.listMovementsOfList(tx, list.id);
    const { seen, count, explanation } = press;
    const decided = decideClose({ state: list.state, flows, seen, count, explanation });
    const entry = {
      ...press.origin,
      action: 'cash/close',
      accountId: press.actor.accountId,
      officeId: list.officeId,
      subject: { kind: 'cash-list', id: list.id },
    };
    if (!decided.ok) {
      await deps.stores.record(tx, { ...entry, result: 'refused', reason: decided.refusal.code });
      return decided;
    }
    await deps.cashStores.closeRow(tx, list.id, {
      at: deps.clock.now(),
      key: press.key,
      expected: decided.value,
      count,
      pieces: press.pieces,
      explanationId: await deps.cashStores.insertNote(tx, deps, explanation, null),
    });
    await deps.stores.record(tx, { ...entry, result: 'allowed' });
    return accepted(null);
  });
}
