import { type Expression, type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import { send } from '#platform/db/sent.ts';
import { passing } from '#platform/passing.ts';
import type { Random } from '#platform/random/random.ts';
import type { DossierEvent, NewEvent } from '../rules/event.ts';
import { canonical, linkHash, personalDigest } from './chain.ts';
import { type DossierKeys, openPersonal, sealPersonal, unwrapKey } from './personal-part.ts';

type EventTable = DB['dossiers.event'];
type PersonalTable = DB['dossiers.event_personal'];

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

/** Events with their place in the chain, ready to be written. */
export interface LinkedEvents {
  /** The end of the chain behind them. */
  readonly head: Head;
  readonly events: readonly DossierEvent[];
  readonly rows: readonly Insertable<EventTable>[];
  readonly personalRows: readonly Insertable<PersonalTable>[];
}

/** Links events behind the head; nothing is written. */
export function linkEvents(start: Head, newEvents: readonly NewEvent[], secrets: Secrets): LinkedEvents {
  let head = start;
  const events: DossierEvent[] = [];
  const rows: Insertable<EventTable>[] = [];
  const personalRows: Insertable<PersonalTable>[] = [];
  for (const event of newEvents) {
    const { row, personal } = linkOne(head, event, secrets);
    head = { ...head, seq: row.seq, hash: row.hash };
    events.push({ ...event, seq: row.seq });
    rows.push(row);
    if (personal) personalRows.push(personal);
  }
  return { head, events, rows, personalRows };
}

export async function writeEvents(tx: Tx, { rows, personalRows }: LinkedEvents): Promise<void> {
  for (const row of rows) await send(tx, tx.insertInto('dossiers.event').values(row));
  passing('dossiers/event-written');
  for (const row of personalRows) await send(tx, tx.insertInto('dossiers.event_personal').values(row));
  passing('dossiers/history-written');
}

function linkOne(head: Head, event: NewEvent, { keys, random }: Secrets) {
  const content = event.personal === null ? null : canonical(event.personal);
  const salt = content === null ? null : random.bytes(16);
  const digest = content === null || !salt ? null : personalDigest(salt, content);
  const seq = head.seq + 1;
  const said = { ...event.body, byOffice: event.by.officeName };
  const body = canonical(said);
  const link = {
    ...{ dossierId: head.id, seq, type: event.type, at: event.at },
    ...{ byAccount: event.by.accountId, byOffice: event.by.officeId, byName: event.by.name },
    ...{ body: said, personalDigest: digest, previousHash: head.hash },
  };
  const hash = linkHash(link, body);
  const row = {
    dossier_id: head.id,
    seq,
    type: event.type,
    at: event.at,
    by_account: event.by.accountId,
    by_office: event.by.officeId,
    by_name: event.by.name,
    body,
    personal_digest: digest,
    previous_hash: Buffer.from(head.hash),
    hash,
  };
  if (content === null || !salt) return { row, personal: null };
  if (!head.wrappedKey) throw new Error('the personal part of this dossier has been erased');
  const key = unwrapKey(keys, head.id, head.wrappedKey);
  const sealed = sealPersonal(key, head.id, seq, content, random);
  return { row, personal: { dossier_id: head.id, seq, salt: Buffer.from(salt), sealed } };
}

type EventRow = Pick<
  Selectable<EventTable>,
  'seq' | 'type' | 'at' | 'by_account' | 'by_office' | 'by_name' | 'body'
>;

function selectHistories(q: Queries) {
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

/** To be sent together with others; `openHistory` reads what comes back. */
export function selectHistory(q: Queries, dossierId: string | Expression<string>) {
  return selectHistories(q).where('e.dossier_id', '=', dossierId);
}

type SealedRow = EventRow & { readonly sealed: Buffer | null; readonly wrapped_key: Buffer | null };

/** The whole history, opened; `personal` is null where it never was or has been erased. The key is unwrapped once. */
export function openHistory(
  rows: readonly SealedRow[],
  dossierId: string,
  keys: DossierKeys,
): DossierEvent[] {
  const wrapped = rows[0]?.wrapped_key;
  const key = wrapped ? unwrapKey(keys, dossierId, wrapped) : null;
  return rows.map((row) =>
    asEvent(row, key && row.sealed ? openPersonal(key, dossierId, row.seq, row.sealed) : null),
  );
}

/** The histories of many dossiers in one statement. */
export async function listEventsOfMany(
  q: Queries,
  dossierIds: readonly string[],
  keys: DossierKeys,
): Promise<ReadonlyMap<string, readonly DossierEvent[]>> {
  const rows = await selectHistories(q)
    .where(sql<boolean>`e.dossier_id = any(${[...dossierIds]}::uuid[])`)
    .select('e.dossier_id')
    .execute();
  const histories = Map.groupBy(rows, (row) => row.dossier_id);
  return new Map([...histories].map(([id, history]) => [id, openHistory(history, id, keys)]));
}

/** Many histories with what is personal left sealed: for what asks of dates only. To be sent together with others. */
export function selectSealedEvents(q: Queries, dossierIds: readonly string[]) {
  return q
    .selectFrom('dossiers.event')
    .where('dossier_id', '=', sql<string>`any(${[...dossierIds]}::uuid[])`)
    .orderBy('dossier_id')
    .orderBy('seq')
    .select(['dossier_id', 'seq', 'type', 'at', 'by_account', 'by_office', 'by_name', 'body']);
}

type SealedEventRow = EventRow & { readonly dossier_id: string };

export function sealedHistories(rows: readonly SealedEventRow[]): ReadonlyMap<string, DossierEvent[]> {
  const histories = Map.groupBy(rows, (row) => row.dossier_id);
  return new Map([...histories].map(([id, history]) => [id, history.map((row) => asEvent(row, null))]));
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
  } as unknown as DossierEvent; // written by writeEvents only, and guarded by the chain
}
