import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type IncidentDeps, type IncidentPress, logIncident } from '../deps.ts';
import { checkEnd } from '../rules/incident.ts';
import { findIncidentForUpdate, updateEnd } from '../store.ts';

/** Says when an incident that went on has ended; the same end again changes nothing. Refusals: `not-found`, `ended`, those of `checkEnd`. */
export function endIncident(
  deps: IncidentDeps,
  press: IncidentPress,
  id: string,
  to: Instant,
): Promise<Outcome<null>> {
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const incident = await findIncidentForUpdate(tx, id);
    if (!incident) return refused('incidents/not-found');
    if (incident.to === to) return accepted(null);
    if (incident.to !== null) return refused('incidents/ended');
    const right = checkEnd(incident.from, to, press.origin.legalNow);
    if (!right.ok) return right;
    await updateEnd(tx, id, { to, by: press.actor.accountId, byName: press.actor.name });
    await logIncident(tx, press, 'end', id);
    return accepted(null);
  });
}
