import type { Selectable } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { Incident, System } from './rules/incident.ts';

function read(row: Selectable<DB['incidents.incident']>): Incident {
  return {
    id: row.id,
    system: row.system as System,
    from: row.from_at,
    to: row.to_at,
    officeIds: row.office_ids,
    what: row.what,
    recordedBy: row.recorded_by,
    recordedByName: row.recorded_by_name,
    recordedAt: row.recorded_at,
  };
}

/** As it is stored. */
export function incidentRow({ from, to, officeIds, recordedBy, recordedByName, ...incident }: Incident) {
  const { id, system, what, recordedAt } = incident;
  return {
    ...{ id, system, from_at: from, to_at: to, office_ids: officeIds && [...officeIds], what },
    ...{ recorded_by: recordedBy, recorded_by_name: recordedByName, recorded_at: recordedAt },
  };
}

/** False: this press has recorded it before. */
export async function insertIncident(tx: Tx, incident: Incident): Promise<boolean> {
  const inserted = await tx
    .insertInto('incidents.incident')
    .values(incidentRow(incident))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function findIncidentForUpdate(tx: Tx, id: string): Promise<Incident | undefined> {
  const row = await tx
    .selectFrom('incidents.incident')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && read(row);
}

export async function findIncident(q: Queries, id: string): Promise<Incident | undefined> {
  const row = await q.selectFrom('incidents.incident').selectAll().where('id', '=', id).executeTakeFirst();
  return row && read(row);
}

export async function updateEnd(
  tx: Tx,
  id: string,
  end: {
    readonly to: Instant /** Null: the program itself. */;
    readonly by: string | null;
    readonly byName: string;
  },
): Promise<void> {
  await tx
    .updateTable('incidents.incident')
    .set({ to_at: end.to, ended_by: end.by, ended_by_name: end.byName })
    .where('id', '=', id)
    .execute();
}

/** Those that go on first, then the latest. */
export async function listIncidents(q: Queries, most: number): Promise<Incident[]> {
  const rows = await q
    .selectFrom('incidents.incident')
    .selectAll()
    .orderBy((eb) => eb('to_at', 'is not', null))
    .orderBy('from_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(read);
}

export async function countIncidents(q: Queries): Promise<number> {
  const { n } = await q
    .selectFrom('incidents.incident')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Whose time and that of a dossier overlap, the earliest first. */
export async function listIncidentsBetween(q: Queries, from: Instant, to: Instant): Promise<Incident[]> {
  const rows = await q
    .selectFrom('incidents.incident')
    .selectAll()
    .where('from_at', '<', to)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', from)]))
    .orderBy('from_at')
    .execute();
  return rows.map(read);
}
