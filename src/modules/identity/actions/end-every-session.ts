import type { AuditOrigin } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { log } from '../deps.ts';
import { withdrawAllLinks } from '../store/links.ts';
import { endAllSessions } from '../store/sessions.ts';

/**
 * Nobody stays signed in and no one-time link opens any more: after a restore both would be those of another
 * day, among them some that had been ended since.
 */
export async function endEverySession(tx: Tx, origin: AuditOrigin): Promise<void> {
  await endAllSessions(tx, origin.machineNow);
  await withdrawAllLinks(tx, origin.machineNow);
  await log(tx, origin, 'end-every-session', undefined);
}
