import { accepted, type Outcome } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { ReminderDeps } from '../deps.ts';
import { readPreference } from '../rules/preference.ts';
import { savePreference } from '../store/preferences.ts';

/** How a person wants to be reminded from now on; only their own. Refusals: those of `readPreference`. */
export async function setPreference(
  { db, clock }: Pick<ReminderDeps, 'db' | 'clock'>,
  accountId: string,
  typed: Parameters<typeof readPreference>[0],
): Promise<Outcome<null>> {
  const read = readPreference(typed);
  if (!read.ok) return read;
  await inTransaction(db, (tx) => savePreference(tx, accountId, read.value, clock.now()));
  return accepted(null);
}
