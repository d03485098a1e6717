import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { insertRows, updateRows } from '#platform/db/many-rows.ts';
import { together } from '#platform/db/sent.ts';
import { after } from '../rules/after.ts';
import { intervalsBegun } from '../rules/clock-interval.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { NewEvent } from '../rules/event.ts';
import { fold } from '../rules/fold.ts';
import { projection } from '../rules/projection.ts';
import { intervalRows } from './clock-intervals.ts';
import { type Head, linkEvents, type Secrets, sealedHistories, selectSealedEvents } from './events.ts';

/** A dossier to be written on by the program itself; what is personal is left sealed. */
export interface SealedDossier {
  readonly dossier: Dossier;
  readonly head: Head;
}

/** Locks many rows at once; those that somebody is working on at this moment are waited for or left out. */
export async function lockMany(
  tx: Tx,
  ids: readonly string[],
  busy: 'wait' | 'leave-out',
): Promise<SealedDossier[]> {
  const found = tx
    .selectFrom('dossiers.dossier')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .select(['id', 'head_seq', 'head_hash'])
    .orderBy('id')
    .forUpdate();
  const [rows, events] = await together(
    tx,
    busy === 'wait' ? found : found.skipLocked(),
    selectSealedEvents(tx, ids), // begins when the locks are there: what somebody wrote meanwhile is seen
  );
  const histories = sealedHistories(events);
  return rows.map(({ id, head_seq: seq, head_hash: hash }) => ({
    dossier: fold(id, histories.get(id) ?? []),
    head: { id, seq, hash, wrappedKey: null },
  }));
}

export interface Moved {
  readonly found: SealedDossier;
  readonly event: NewEvent;
}

/** Writes one event behind each history, with its interval and its row: a statement for each table. */
export async function saveMoved(
  tx: Tx,
  moved: readonly Moved[],
  secrets: Secrets,
): Promise<readonly Dossier[]> {
  const saved = moved.map(({ found: { dossier, head }, event }) => {
    const linked = linkEvents(head, [event], secrets);
    if (linked.personalRows.length > 0) throw new Error(`${event.type} says something personal`);
    const next = linked.events.reduce((so, one) => after(so, one, dossier.id), dossier);
    return { linked, intervals: intervalsBegun(dossier, linked.events, dossier.id), dossier: next };
  });
  const events = saved.flatMap(({ linked }) => linked.rows as unknown as EventRow[]);
  await insertRows(tx, 'dossiers.event', EVENT, events);
  const intervals = saved.flatMap(({ dossier, intervals: begun }) => intervalRows(dossier.id, begun));
  await insertRows(tx, 'dossiers.clock_interval', INTERVAL, intervals);
  await updateRows(tx, 'dossiers.dossier', MOVED, saved.map(movedRow));
  return saved.map(({ dossier }) => dossier);
}

const EVENT = {
  ...{ dossier_id: 'uuid', seq: 'integer', type: 'text', at: 'timestamptz', by_account: 'uuid' },
  ...{ by_office: 'uuid', by_name: 'text', body: 'jsonb', previous_hash: 'bytea', hash: 'bytea' },
} as const;
type EventRow = { readonly [C in keyof typeof EVENT]: string | number | Uint8Array | null };

const INTERVAL = {
  ...{ dossier_id: 'uuid', seq: 'integer', kind: 'text', office_id: 'uuid', account_id: 'uuid' },
  ...{
    from_at: 'timestamptz',
    due_at: 'timestamptz',
    national_due_at: 'timestamptz',
    supplements: 'smallint',
  },
} as const;

/** Of the row what a date can move, and the end of the chain. */
const MOVED = {
  ...{ id: 'uuid', due_at: 'timestamptz', known_due_at: 'timestamptz', due_certain: 'boolean' },
  ...{ remaining_value: 'integer', remaining_unit: 'text', national_due_at: 'timestamptz' },
  ...{ supplements: 'smallint', step_due_at: 'timestamptz', updated_at: 'timestamptz' },
  ...{ head_seq: 'integer', head_hash: 'bytea' },
} as const;

function movedRow({ dossier, linked: { head } }: { dossier: Dossier; linked: { head: Head } }) {
  return { ...projection(dossier), id: dossier.id, head_seq: head.seq, head_hash: head.hash };
}
