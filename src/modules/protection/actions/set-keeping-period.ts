import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { listFields, listVersions } from '#modules/catalogue/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { Officer, ProtectionDeps } from '../deps.ts';
import { readPeriod } from '../rules/keeping-period.ts';
import { officerPost } from '../rules/officer.ts';
import { findKeepingAgency, insertKeepingPeriod } from '../store/keeping-periods.ts';
import { officerEntry } from './officer-entry.ts';

export interface PeriodPress extends Officer {
  readonly agencyId: string;
  /** Made with the form: the same press is written once. */
  readonly key: string;
}

/**
 * Adds how long dossiers of a field or a procedure are kept, from a day on; earlier rows stay. Refuses
 * `protection/not-found`, `protection/procedure-unknown`, and what `readPeriod` refuses.
 */
export function setKeepingPeriod(
  deps: ProtectionDeps,
  press: PeriodPress,
  typed: Parameters<typeof readPeriod>[0],
): Promise<Outcome<null>> {
  const { actor, origin, agencyId, key } = press;
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    if (!officerPost(actor, agencyId)) return refused('protection/not-found');
    const fields = await listFields(tx, { on: dateOf(origin.legalNow) });
    const period = readPeriod(
      typed,
      fields.map((one) => one.field),
    );
    if (!period.ok) return period;
    const { scope } = period.value;
    if (scope.kind === 'procedure' && (await listVersions(tx, scope.of)).length === 0)
      return refused('protection/procedure-unknown', { code: scope.of }, 'thu-tuc');
    const by = { accountId: actor.accountId, at: origin.legalNow };
    if (!(await insertKeepingPeriod(tx, key, agencyId, period.value, by))) return again(tx, press);
    const subject = { kind: 'agency', id: agencyId };
    await record(tx, { ...officerEntry(press, 'set-keeping-period', agencyId), subject });
    return accepted(null);
  });
}

/** The same press was written before; the key of another agency's says nothing about this one. */
async function again(tx: Tx, { key, agencyId }: PeriodPress): Promise<Outcome<null>> {
  const mine = (await findKeepingAgency(tx, key)) === agencyId;
  return mine ? accepted(null) : refused('protection/not-found');
}
