import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { type AdminPress, legalDay, logAct } from '../press.ts';
import { lastDayOf, mayRecordAbsence } from '../rules/absence.ts';
import { listAbsences, setAbsenceEnd } from '../store/absences.ts';
import { findPersonForUpdate } from '../store/people.ts';

/** Somebody is back today. Back already, by another press: nothing more is done. Refuses `identity/not-found`. */
export function endAbsence(
  deps: IdentityDeps,
  press: AdminPress & { readonly id: string },
): Promise<Outcome<true>> {
  const today = legalDay(press);
  const find = { id: press.id };
  return inTransaction(deps.db, async (tx) => {
    const [shown] = await listAbsences(tx, today, find);
    if (!shown || !mayRecordAbsence(press.actor, shown)) return refused('identity/not-found');
    await findPersonForUpdate(tx, shown.personId); // one after the other
    const [found] = await listAbsences(tx, today, find);
    if (!found) return accepted(true);
    await setAbsenceEnd(tx, found.id, lastDayOf(found, today));
    await logAct(tx, press, 'end-absence', { kind: 'person', id: found.personId });
    return accepted(true);
  });
}
