import { addDays, type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { listOfficesEver } from '#modules/identity/index.ts';
import { type Database, inTransaction, type Queries } from '#platform/db/database.ts';
import { countAgain, listToCount, lockCounts } from '../store/count-again.ts';
import { noteHeld } from '../store/held.ts';
import { isCounted } from '../store/uncounted.ts';
import { passing } from './lines-by-handler.ts';

const AT_ONCE = 20_000;

/** Offices through which a dossier only passes, ever. */
export const passingOffices = async (q: Queries) => passing(await listOfficesEver(q));

/**
 * Counts what has changed since the last time; answers how many dossiers. Two at once wait for each other. `passingIds`:
 * offices that handle nothing themselves.
 */
export async function countChanged(db: Database, passingIds: readonly string[]): Promise<number> {
  let [after, counted] = ['0', 0];
  for (;;) {
    const found = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        await lockCounts(tx);
        const some = await listToCount(tx, after, AT_ONCE);
        if (some && some.dossierIds.length > 0) await countAgain(tx, some, passingIds);
        return some;
      });
    if (found === null) return counted;
    after = found.last;
    counted += found.dossierIds.length;
  }
}

/** The day beside which today is put: the same day of the week before. */
export const weekBefore = (now: Instant): CivilDate => addDays(dateOf(now), -7);

/** How much each office had in hand a week ago, once all of then is counted. `now` is legal time. */
export async function noteWeekBefore(db: Database, now: Instant): Promise<void> {
  if (await isCounted(db)) await inTransaction(db, (tx) => noteHeld(tx, weekBefore(now)));
}
