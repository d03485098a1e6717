import { type Selectable, sql } from 'kysely';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { Random } from '#platform/random/random.ts';
import type { DossierEvent, NewEvent } from '../rules/event.ts';
import { canonical, linkHash, personalDigest } from './chain.ts';
import { type DossierKeys, openPersonal, sealPersonal, unwrapKey } from './personal-part.ts';

/** Where the chain of a dossier ends. */
export interface Head {
  readonly id: string;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly wrappedKey: Uint8Array | null;
}

export interface Secrets {
  readonly keys: DossierKeys;
  readonly random: Random;
}

/** Writes events behind the head, each in its place of the chain; answers with the new head. */
export async function appendEvents(
  tx: Tx,
  head: Head,
  events: readonly NewEvent[],
  secrets: Secrets,
): Promise<{ readonly head: Head; readonly written: DossierEvent[] }> {
  let { seq, hash } = head;
  const written: DossierEvent[] = [];
  for (const event of events) {
    seq += 1;
    hash = await appendOne(tx, { ...head, seq, hash }, event, secrets);
    written.push({ ...event, seq });
  }
  return { head: { ...head, seq, hash }, written };
}

/** `place.seq` is the event's own, `place.hash` the one before it. */
async function appendOne(
  tx: Tx,
  place: Head,
  event: NewEvent,
  { keys, random }: Secrets,
): Promise<Uint8Array> {
  const content = event.personal === null ? null : canonical(event.personal);
  const salt = random.bytes(16);
  const digest = content === null ? null : personalDigest(salt, content);
  const row = {
    dossier_id: place.id,
    seq: place.seq,
    type: event.type,
    at: event.at,
    by_account: event.by.accountId,
    by_office: event.by.officeId,
    by_name: event.by.name,
    body: JSON.stringify({ ...event.body, byOffice: event.by.officeName }),
  };
  const hash = linkHash({
    dossierId: place.id,
    seq: place.seq,
    type: event.type,
    at: event.at,
    byAccount: row.by_account,
    byOffice: row.by_office,
    byName: row.by_name,
    body: JSON.parse(row.body),
    personalDigest: digest,
    previousHash: place.hash,
  });
  await tx
    .insertInto('dossiers.event')
    .values({ ...row, personal_digest: digest, previous_hash: Buffer.from(place.hash), hash })
    .execute();
  if (content !== null) {
    if (!place.wrappedKey) throw new Error('the personal part of this dossier has been erased');
    const key = unwrapKey(keys, place.id, place.wrappedKey);
    const sealed = sealPersonal(key, place.id, place.seq, content, random);
    await tx
      .insertInto('dossiers.event_personal')
      .values({ dossier_id: place.id, seq: place.seq, salt: Buffer.from(salt), sealed })
      .execute();
  }
  return hash;
}

type EventRow = Pick<
  Selectable<DB['dossiers.event']>,
  'seq' | 'type' | 'at' | 'by_account' | 'by_office' | 'by_name' | 'body'
>;

function selectHistory(q: Queries) {
  return q
    .selectFrom('dossiers.event as e')
    .innerJoin('dossiers.dossier as d', 'd.id', 'e.dossier_id')
    .leftJoin('dossiers.event_personal as p', (join) =>
      join.onRef('p.dossier_id', '=', 'e.dossier_id').onRef('p.seq', '=', 'e.seq'),
    )
    .orderBy('e.seq')
    .select(['e.seq', 'e.type', 'e.at', 'e.by_account', 'e.by_office', 'e.by_name', 'e.body'])
    .select(['p.sealed', 'd.wrapped_key']);
}

type SealedRow = EventRow & { readonly sealed: Buffer | null; readonly wrapped_key: Buffer | null };

/** The key is unwrapped once for the whole history. */
function opened(rows: readonly SealedRow[], dossierId: string, keys: DossierKeys): DossierEvent[] {
  const wrapped = rows[0]?.wrapped_key;
  const key = wrapped ? unwrapKey(keys, dossierId, wrapped) : null;
  return rows.map((row) =>
    asEvent(row, key && row.sealed ? openPersonal(key, dossierId, row.seq, row.sealed) : null),
  );
}

/** The whole history, opened; `personal` is null where it never was or has been erased. */
export async function listEvents(q: Queries, dossierId: string, keys: DossierKeys): Promise<DossierEvent[]> {
  return opened(await selectHistory(q).where('e.dossier_id', '=', dossierId).execute(), dossierId, keys);
}

/** The histories of many dossiers in one statement. */
export async function listEventsOfMany(
  q: Queries,
  dossierIds: readonly string[],
  keys: DossierKeys,
): Promise<ReadonlyMap<string, readonly DossierEvent[]>> {
  const rows = await selectHistory(q)
    .where(sql<boolean>`e.dossier_id = any(${[...dossierIds]}::uuid[])`)
    .select('e.dossier_id')
    .execute();
  const histories = Map.groupBy(rows, (row) => row.dossier_id);
  return new Map([...histories].map(([id, history]) => [id, opened(history, id, keys)]));
}

/** `personal`: its JSON text, opened. */
export function asEvent(row: EventRow, personal: string | null): DossierEvent {
  const { byOffice, ...body } = row.body as { byOffice: string };
  return {
    seq: row.seq,
    type: row.type,
    at: row.at,
    by: { accountId: row.by_account, officeId: row.by_office, name: row.by_name, officeName: byOffice },
    body,
    personal: personal === null ? null : JSON.parse(personal),
  } as unknown as DossierEvent; // written by appendEvents only, and guarded by the chain
}
