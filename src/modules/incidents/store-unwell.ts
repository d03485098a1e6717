import type { Tx } from '#platform/db/database.ts';
import type { BothClocks } from './rules/away.ts';
import type { Unwell } from './rules/unwell.ts';

export async function findUnwellForUpdate(tx: Tx, part: string): Promise<Unwell | undefined> {
  const row = await tx
    .selectFrom('incidents.unwell')
    .select(['since_at', 'machine_since', 'incident_id'])
    .where('part', '=', part)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      since: { legalNow: row.since_at, machineNow: row.machine_since },
      incidentId: row.incident_id,
    }
  );
}

export async function insertUnwell(
  tx: Tx,
  part: string,
  { legalNow, machineNow }: BothClocks,
): Promise<void> {
  await tx
    .insertInto('incidents.unwell')
    .values({ part, since_at: legalNow, machine_since: machineNow })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function setUnwellIncident(tx: Tx, part: string, incidentId: string): Promise<void> {
  await tx
    .updateTable('incidents.unwell')
    .set({ incident_id: incidentId })
    .where('part', '=', part)
    .execute();
}

export async function deleteUnwell(tx: Tx, part: string): Promise<void> {
  await tx.deleteFrom('incidents.unwell').where('part', '=', part).execute();
}
