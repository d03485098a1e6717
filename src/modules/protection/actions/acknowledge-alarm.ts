import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { nameAccounts } from '#modules/identity/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { Officer, ProtectionDeps } from '../deps.ts';
import { agenciesOf } from '../rules/officer.ts';
import { findAlarm, insertAcknowledgement } from '../store/alarms.ts';
import { officerEntry } from './officer-entry.ts';

const LONGEST = 2000;

/**
 * An alarm is closed with what was found out. Refusals: `protection/not-found` (none of the officer's agencies),
 * `protection/own-alarm` (nobody clears themselves), `protection/note-missing`, `protection/already-acknowledged`
 * (with by whom). Once acknowledged it stays so.
 */
export function acknowledgeAlarm(
  deps: ProtectionDeps,
  officer: Officer,
  { alarmId, note }: { readonly alarmId: string; readonly note: string },
): Promise<Outcome<{ readonly repeated: boolean }>> {
  const { actor, origin } = officer;
  return inTransaction<Outcome<{ readonly repeated: boolean }>>(deps.db, async (tx) => {
    const alarm = await findAlarm(tx, agenciesOf(actor), alarmId);
    if (!alarm) return refused('protection/not-found');
    if (alarm.acknowledgedBy === actor.accountId) return accepted({ repeated: true });
    if (alarm.acknowledgedBy) return alreadyBy(tx, alarm.acknowledgedBy);
    if (alarm.accountId === actor.accountId) return refused('protection/own-alarm');
    const text = note.trim();
    if (!/[\p{L}\d]/u.test(text) || text.length > LONGEST)
      return refused('protection/note-missing', { most: LONGEST }, 'ghi-chu');
    const by = { alarmId, note: text, accountId: actor.accountId, at: origin.legalNow };
    if (!(await insertAcknowledgement(tx, deps, by))) {
      const faster = await findAlarm(tx, agenciesOf(actor), alarmId);
      if (faster?.acknowledgedBy === actor.accountId) return accepted({ repeated: true });
      return alreadyBy(tx, faster?.acknowledgedBy ?? '');
    }
    const subject = { kind: 'alarm', id: alarmId };
    await record(tx, { ...officerEntry(officer, 'acknowledge-alarm', alarm.agencyId), subject });
    return accepted({ repeated: false });
  });
}

async function alreadyBy(tx: Tx, accountId: string) {
  const names = await nameAccounts(tx, accountId ? [accountId] : []);
  return refused('protection/already-acknowledged', { name: names.get(accountId) ?? '' });
}
