import type { Queries, Tx } from '#platform/db/database.ts';
import { after } from '../rules/after.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierEvent, NewEvent } from '../rules/event.ts';
import { fold } from '../rules/fold.ts';
import { placesOf } from '../rules/places-named.ts';
import { personalProjection, projection } from '../rules/projection.ts';
import { NO_HASH } from './chain.ts';
import { appendEvents, type Head, listEvents, listEventsOfMany, type Secrets } from './events.ts';
import { saveHandOver } from './hand-overs.ts';
import { saveOpinions } from './opinions.ts';
import { saveParties, saveReceiver } from './parties.ts';
import { wrapNewKey } from './personal-part.ts';

/** A dossier with the end of its chain, ready to be written on. */
export interface LoadedDossier {
  readonly dossier: Dossier;
  readonly events: readonly DossierEvent[];
  readonly head: Head;
  readonly involvedOfficeIds: readonly string[];
}

const headColumns = ['id', 'head_seq', 'head_hash', 'wrapped_key'] as const;

/** Locks the row: one command at a time on one dossier. */
export async function findForUpdate(
  tx: Tx,
  number: string,
  secrets: Secrets,
): Promise<LoadedDossier | undefined> {
  const row = await tx
    .selectFrom('dossiers.dossier')
    .where((eb) => eb.or([eb('number', '=', number), eb('reference', '=', number)]))
    .select(headColumns)
    .forUpdate()
    .executeTakeFirst();
  return row && load(tx, row, secrets);
}

export async function findDossier(
  q: Queries,
  number: string,
  secrets: Secrets,
): Promise<LoadedDossier | undefined> {
  const row = await q
    .selectFrom('dossiers.dossier')
    .where((eb) => eb.or([eb('number', '=', number), eb('reference', '=', number)]))
    .select(headColumns)
    .executeTakeFirst();
  return row && load(q, row, secrets);
}

export async function findDossierById(
  q: Queries,
  id: string,
  secrets: Secrets,
): Promise<LoadedDossier | undefined> {
  const row = await q
    .selectFrom('dossiers.dossier')
    .where('id', '=', id)
    .select(headColumns)
    .executeTakeFirst();
  return row && load(q, row, secrets);
}

export type OpenedDossier = Pick<LoadedDossier, 'dossier' | 'events'>;

/** Many at once, by id, in one statement: to be read, not to be written on. */
export async function openDossiers(
  q: Queries,
  ids: readonly string[],
  { keys }: Pick<Secrets, 'keys'>,
): Promise<ReadonlyMap<string, OpenedDossier>> {
  const histories = await listEventsOfMany(q, ids, keys);
  return new Map([...histories].map(([id, events]) => [id, { dossier: fold(id, events), events }]));
}

/** Locks the row of a dossier that the program itself writes on. */
export async function findByIdForUpdate(
  tx: Tx,
  id: string,
  secrets: Secrets,
): Promise<LoadedDossier | undefined> {
  const row = await tx
    .selectFrom('dossiers.dossier')
    .where('id', '=', id)
    .select(headColumns)
    .forUpdate()
    .executeTakeFirst();
  return row && load(tx, row, secrets);
}

export async function findByDraft(q: Queries, draftId: string): Promise<{ number: string } | undefined> {
  const row = await q
    .selectFrom('dossiers.dossier')
    .where('draft_id', '=', draftId)
    .select(['number', 'reference'])
    .executeTakeFirst();
  return row && { number: row.number ?? row.reference };
}

interface HeadRow {
  readonly id: string;
  readonly head_seq: number;
  readonly head_hash: Buffer;
  readonly wrapped_key: Buffer | null;
}

async function load(q: Queries, row: HeadRow, { keys }: Secrets): Promise<LoadedDossier> {
  const events = await listEvents(q, row.id, keys);
  const involved = await q
    .selectFrom('dossiers.involved_office')
    .where('dossier_id', '=', row.id)
    .select('office_id')
    .execute();
  return {
    dossier: fold(row.id, events),
    events,
    head: { id: row.id, seq: row.head_seq, hash: row.head_hash, wrappedKey: row.wrapped_key },
    involvedOfficeIds: involved.map((office) => office.office_id),
  };
}

/** Makes the row of a new dossier and writes its first events. */
export async function insertDossier(
  tx: Tx,
  id: string,
  events: readonly NewEvent[],
  secrets: Secrets,
): Promise<Dossier> {
  const dossier = events.reduce<Dossier | null>(
    (so, event, index) => after(so, { ...event, seq: index + 1 }, id),
    null,
  );
  if (!dossier) throw new Error('a dossier begins with an event');
  const wrappedKey = wrapNewKey(secrets.keys, id, secrets.random);
  await tx
    .insertInto('dossiers.dossier')
    .values({
      ...row(dossier),
      id,
      head_seq: 0,
      head_hash: NO_HASH,
      wrapped_key: wrappedKey,
    })
    .execute();
  const start = { id, seq: 0, hash: NO_HASH, wrappedKey };
  const { head } = await appendEvents(tx, start, events, secrets);
  await finish(tx, dossier, head, secrets);
  return dossier;
}

/** Appends to the history and saves the row: both or neither. */
export async function saveEvents(
  tx: Tx,
  loaded: LoadedDossier,
  events: readonly NewEvent[],
  secrets: Secrets,
): Promise<Dossier> {
  const { head, written } = await appendEvents(tx, loaded.head, events, secrets);
  let { dossier } = loaded;
  for (const event of written) {
    dossier = after(dossier, event, dossier.id);
    await saveHandOver(tx, dossier, event);
  }
  await finish(tx, dossier, head, secrets);
  await saveReceiver(tx, dossier, written, secrets);
  return dossier;
}

async function finish(tx: Tx, dossier: Dossier, head: Head, secrets: Secrets): Promise<void> {
  await tx
    .updateTable('dossiers.dossier')
    .set({ ...row(dossier), head_seq: head.seq, head_hash: Buffer.from(head.hash) })
    .where('id', '=', dossier.id)
    .execute();
  await saveParties(tx, dossier, secrets);
  await saveInvolved(tx, dossier);
  await saveOpinions(tx, dossier);
}

/** Who took it in, who returns it, who holds it now, who was asked; those who held it stay. */
async function saveInvolved(tx: Tx, { id, filing, holder, receivedAt, opinions }: Dossier): Promise<void> {
  const asked = opinions.map((opinion) => opinion.officeId);
  const offices = new Set([filing.intakeOfficeId, filing.returnOfficeId, ...asked]);
  if (holder) offices.add(holder.officeId);
  await tx
    .insertInto('dossiers.involved_office')
    .values(
      [...offices].map((officeId) => ({ dossier_id: id, office_id: officeId, received_at: receivedAt })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['dossier_id', 'office_id'])
        .doUpdateSet((eb) => ({ received_at: eb.ref('excluded.received_at') }))
        .where('dossiers.involved_office.received_at', 'is distinct from', (eb) =>
          eb.ref('excluded.received_at'),
        ),
    )
    .execute();
}

function row(dossier: Dossier) {
  return { ...projection(dossier), ...personalProjection(dossier), places: placesOf(dossier) };
}
