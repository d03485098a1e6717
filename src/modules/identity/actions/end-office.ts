import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { type AdminPress, legalDay, logAct } from '../press.ts';
import { keepsAnAdministrator } from '../rules/administrators.ts';
import { checkOfficeEnd } from '../rules/office-change.ts';
import { lockOffice, setOfficeEnd } from '../store/office-changes.ts';
import { findOffice } from '../store/offices.ts';
import { listAdministrators, lockAdministrators } from '../store/post-changes.ts';

/**
 * An office ends on its last day, an agency with all its offices; posts there end with it. Refuses as
 * `checkOfficeEnd`, `identity/changed-meanwhile`, `identity/last-administrator`.
 */
export function endOffice(
  deps: IdentityDeps,
  press: AdminPress & { readonly officeId: string; readonly version: number; readonly lastDay: CivilDate },
): Promise<Outcome<true>> {
  const today = legalDay(press);
  return inTransaction(deps.db, async (tx): Promise<Outcome<true>> => {
    await lockAdministrators(tx);
    const version = await lockOffice(tx, press.officeId);
    const office = await findOffice(tx, press.officeId, today);
    if (version === undefined || !office) return refused('identity/not-found');
    if (office.validTo === press.lastDay) return accepted(true);
    if (version !== press.version) return refused('identity/changed-meanwhile');
    const checked = checkOfficeEnd(office, press.lastDay, today);
    if (!checked.ok) return checked;
    await setOfficeEnd(tx, office.id, press.lastDay);
    // asked after the change, in its transaction: a refusal takes it back
    const elsewhere = (await listAdministrators(tx, today)).filter(
      (one) => one.officeUntil === null || one.officeUntil > press.lastDay,
    );
    const kept = keepsAnAdministrator(elsewhere);
    if (!kept.ok) throw new LastAdministrator();
    await logAct(tx, press, 'end-office', { kind: 'office', id: office.id });
    return accepted(true);
  }).catch((error: unknown) => {
    if (error instanceof LastAdministrator) return refused('identity/last-administrator');
    throw error;
  });
}

/** Rolls the transaction back. */
class LastAdministrator extends Error {}
