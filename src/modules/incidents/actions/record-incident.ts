import { accepted, type Outcome } from '#kernel/refusal.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type IncidentDeps, type IncidentPress, logIncident } from '../deps.ts';
import { checkIncident, type NewIncident } from '../rules/incident.ts';
import { insertIncident } from '../store.ts';

/** Records what could not be used. The id is the key of the press: the same press again records nothing more. */
export async function recordIncident(
  deps: IncidentDeps,
  press: IncidentPress,
  id: string,
  incident: NewIncident,
): Promise<Outcome<null>> {
  const { actor, origin } = press;
  const { legalNow } = origin;
  const right = checkIncident(incident, legalNow);
  if (!right.ok) return right;
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    const by = { recordedBy: actor.accountId, recordedByName: actor.name, recordedAt: legalNow };
    const isNew = await insertIncident(tx, { ...incident, what: incident.what.trim(), id, ...by });
    if (isNew) await logIncident(tx, press, 'record', id);
    return accepted(null);
  });
}
