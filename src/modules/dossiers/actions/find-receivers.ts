import { inTransaction } from '#platform/db/database.ts';
import { findByIdForUpdate } from '../store/dossiers.ts';
import { saveReceiver } from '../store/parties.ts';
import { nextWithoutReceiver, receiverSearchForUpdate, setReceiverSearch } from '../store/receiver-search.ts';
import type { DossierDeps } from './deps.ts';

type Searching = Pick<DossierDeps, 'db' | 'keys' | 'random'>;

/**
 * Makes who took a result long ago found by number, out of the sealed part of each history, one dossier a
 * transaction with the mark of how far it got. What was erased, or never had a number, stays as it is. Broken off,
 * it goes on from the mark; once through, it is over for good. Answers how many dossiers it looked at.
 */
export async function findReceivers(deps: Searching): Promise<number> {
  for (let looked = 0; ; looked += 1) if (!(await findOne(deps))) return looked;
}

function findOne(deps: Searching): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const after = await receiverSearchForUpdate(tx);
    if (after === null) return false;
    const id = await nextWithoutReceiver(tx, after);
    if (id === undefined) {
      await setReceiverSearch(tx, { after, done: true });
      return false;
    }
    const found = await findByIdForUpdate(tx, id, deps);
    if (found) await saveReceiver(tx, found.dossier, found.events, deps);
    await setReceiverSearch(tx, { after: id, done: false });
    return true;
  });
}
