import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { insertRows, updateRows } from '#platform/db/many-rows.ts';
import { after } from '../rules/after.ts';
import { intervalsBegun } from '../rules/clock-interval.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { NewEvent } from '../rules/event.ts';
import { fold } from '../rules/fold.ts';
import { type Projection, projection } from '../rules/projection.ts';
import { intervalRows } from './clock-intervals.ts';
import { type Head, linkEvents, listSealedEventsOfMany, type Secrets } from './events.ts';

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
  const rows = await (busy === 'wait' ? found : found.skipLocked()).execute();
  const histories = await listSealedEventsOfMany(
    tx,
    rows.map(({ id }) => id),
  );
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
  await insertRows(
    tx,
    'dossiers.event',
    saved.flatMap(({ linked }) => linked.rows as never),
    ['body'],
  );
  await insertRows(
    tx,
    'dossiers.clock_interval',
    saved.flatMap(({ dossier, intervals }) => intervalRows(dossier.id, intervals)),
  );
  await updateRows(tx, 'dossiers.dossier', saved.map(movedRow));
  return saved.map(({ dossier }) => dossier);
}

/** Of the row what a date can move. */
const MOVED = [
  ...(['due_at', 'known_due_at', 'due_certain', 'remaining_value', 'remaining_unit'] as const),
  ...(['national_due_at', 'supplements', 'step_due_at', 'updated_at'] as const),
] satisfies (keyof Projection)[];

function movedRow({ dossier, linked: { head } }: { dossier: Dossier; linked: { head: Head } }) {
  const row = projection(dossier);
  const columns = Object.fromEntries(MOVED.map((column) => [column, row[column]]));
  return { id: dossier.id, ...columns, head_seq: head.seq, head_hash: head.hash };
}
