import type { Instant } from '#kernel/instant.ts';
import { programOrigin, record } from '#modules/audit/index.ts';
import { workCalendarFor } from '#modules/calendar/index.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import type { Random } from '#platform/random/random.ts';
import { awayBetween } from '../rules/away.ts';
import { insertIncident } from '../store.ts';
import { noteSeen } from '../store-seen.ts';

/** Who stands as author of what the program noticed itself. */
const PROGRAM = 'Một Cửa';

/**
 * The program is at work now. When it was seen last too many office hours ago, that is recorded as an incident. At the
 * same legal moment again it changes nothing.
 */
export function noteAtWork(
  deps: { readonly db: Database; readonly random: Random },
  now: { readonly legalNow: Instant; readonly machineNow: Instant },
): Promise<void> {
  const { legalNow, machineNow } = now;
  return inTransaction(deps.db, async (tx) => {
    const seen = await noteSeen(tx, legalNow);
    const away = seen && awayBetween(await workCalendarFor(tx, null), seen, legalNow);
    if (!away) return;
    const id = deps.random.uuid(Date.parse(machineNow));
    const by = { recordedBy: null, recordedByName: PROGRAM, recordedAt: legalNow };
    await insertIncident(tx, { ...away, id, ...by });
    const subject = { kind: 'incident', id };
    const origin = programOrigin(legalNow, machineNow);
    await record(tx, { ...origin, action: 'incidents/record', subject, result: 'allowed' });
  });
}
