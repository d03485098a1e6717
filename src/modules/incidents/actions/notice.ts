import type { Instant } from '#kernel/instant.ts';
import { programOrigin, record } from '#modules/audit/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { Random } from '#platform/random/random.ts';
import type { BothClocks } from '../rules/away.ts';
import type { NewIncident } from '../rules/incident.ts';
import { findIncidentForUpdate, insertIncident, updateEnd } from '../store.ts';

export interface NoticeDeps {
  readonly db: Database;
  readonly random: Random;
}

/** Who stands as author of what the program noticed itself. */
const PROGRAM = 'Một Cửa';

/** Records what the program noticed itself; answers its id. */
export async function recordNoticed(
  tx: Tx,
  random: Random,
  incident: NewIncident,
  { legalNow, machineNow }: BothClocks,
): Promise<string> {
  const id = random.uuid(Date.parse(machineNow));
  const by = { recordedBy: null, recordedByName: PROGRAM, recordedAt: legalNow };
  await insertIncident(tx, { ...incident, id, ...by });
  await log(tx, 'record', id, { legalNow, machineNow });
  return id;
}

/** Ends one that goes on, unless somebody has. */
export async function endNoticed(tx: Tx, id: string, now: BothClocks): Promise<void> {
  const incident = await findIncidentForUpdate(tx, id);
  const to: Instant = now.legalNow;
  if (!incident || incident.to !== null || to <= incident.from) return;
  await updateEnd(tx, id, { to, by: null, byName: PROGRAM });
  await log(tx, 'end', id, now);
}

async function log(tx: Tx, action: 'record' | 'end', id: string, now: BothClocks): Promise<void> {
  const origin = programOrigin(now.legalNow, now.machineNow);
  const subject = { kind: 'incident', id };
  await record(tx, { ...origin, action: `incidents/${action}`, subject, result: 'allowed' });
}
