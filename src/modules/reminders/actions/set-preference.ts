import { accepted, type Outcome } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { ReminderDeps } from '../deps.ts';
import { readPreference } from '../rules/preference.ts';
import { findMailDomains } from '../store/mail-domains.ts';
import { savePreference } from '../store/preferences.ts';

/** How a person wants to be reminded from now on; only their own. Refusals: those of `readPreference`. */
export async function setPreference(
  { db, clock }: Pick<ReminderDeps, 'db' | 'clock'>,
  accountId: string,
  typed: { readonly way: string; readonly address: string },
): Promise<Outcome<null>> {
  const read = readPreference(typed, (await findMailDomains(db))?.domains ?? []);
  if (!read.ok) return read;
  await inTransaction(db, (tx) => savePreference(tx, accountId, read.value, clock.now()));
  return accepted(null);
}
