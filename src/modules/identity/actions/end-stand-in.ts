import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { type AdminPress, legalDay, logAct } from '../press.ts';
import { checkStandInEnd } from '../rules/stand-in.ts';
import { findPostForUpdate } from '../store/post-changes.ts';
import { listStandIns, setStandInEnd } from '../store/stand-ins.ts';

/** A substitution or delegation ends earlier, today at the earliest: what was signed before stays signed by it. */
export function endStandIn(
  deps: IdentityDeps,
  press: AdminPress & { readonly id: string; readonly lastDay: CivilDate },
): Promise<Outcome<true>> {
  const today = legalDay(press);
  return inTransaction(deps.db, async (tx) => {
    const [shown] = await listStandIns(tx, { on: today, id: press.id });
    if (!shown) return refused('identity/not-found');
    await findPostForUpdate(tx, shown.postId); // one after the other
    const [found = shown] = await listStandIns(tx, { on: today, id: press.id });
    if (found.validTo === press.lastDay) return accepted(true);
    const checked = checkStandInEnd(found, press.lastDay, today);
    if (!checked.ok) return checked;
    await setStandInEnd(tx, found.kind, found.id, press.lastDay);
    await logAct(tx, press, `end-${found.kind}`, { kind: 'person', id: found.personId });
    return accepted(true);
  });
}
