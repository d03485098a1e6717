import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { insertRows, updateRows } from '#platform/db/many-rows.ts';
import { together } from '#platform/db/sent.ts';
import { type Spent, spentBy } from '../rules/clock-interval.ts';
import type { EventOf, NewEvent } from '../rules/event.ts';
import { fold } from '../rules/fold.ts';
import { type ClockOf, readClock } from '../rules/kept-clock.ts';
import { movedClock } from '../rules/moved-clock.ts';
import { intervalRows } from './clock-intervals.ts';
import { type Head, linkEvents, type Secrets, sealedHistories, selectSealedEvents } from './events.ts';

/** A dossier whose dates the program itself writes on; nothing personal is read. */
export interface LockedClock {
  readonly name: string;
  readonly training: boolean;
  readonly intakeOfficeId: string;
  readonly head: Head;
  readonly stepIndex: number | null;
  readonly clock: ClockOf;
  /** How its time is spent. */
  readonly spent: Pick<Spent, 'kind' | 'officeId' | 'accountId'>;
}

/** Locks many rows at once; those that somebody is working on at this moment are waited for or left out. */
export async function lockMany(
  tx: Tx,
  ids: readonly string[],
  busy: 'wait' | 'leave-out',
): Promise<LockedClock[]> {
  const found = selectClocks(tx, ids).forUpdate();
  const [rows, intervals] = await together(
    tx,
    busy === 'wait' ? found : found.skipLocked(),
    selectLastIntervals(ids).compile(tx), // begins when the locks are there: what somebody wrote meanwhile is seen
  );
  const lasts = new Map(intervals.map((interval) => [interval.id, interval]));
  const unkept = rows.filter(({ id, kept_clock }) => kept_clock === null || !lasts.has(id));
  const folded = await foldMany(
    tx,
    unkept.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { id, head_seq: seq, head_hash: hash } = row;
    const common = {
      ...{ name: row.number ?? row.reference, training: row.training, intakeOfficeId: row.intake_office_id },
      ...{ head: { id, seq, hash, wrappedKey: null }, stepIndex: row.step_index },
    };
    const [last, dossier] = [lasts.get(id), folded.get(id)];
    if (dossier) return { ...common, clock: dossier, spent: spentBy(dossier) };
    if (!last || row.kept_clock === null) throw new Error('a dossier has its clock or its history');
    return { ...common, clock: readClock(row.kept_clock), spent: last };
  });
}

function selectClocks(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('dossiers.dossier')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .select(['id', 'number', 'reference', 'training', 'intake_office_id'])
    .select(['head_seq', 'head_hash', 'step_index', 'kept_clock'])
    .orderBy('id');
}

function selectLastIntervals(ids: readonly string[]) {
  return sql<{ readonly id: string } & LockedClock['spent']>`
    select k.id, i.kind, i.office_id as "officeId", i.account_id as "accountId"
      from unnest(${[...ids]}::uuid[]) as k (id)
     cross join lateral (select * from dossiers.clock_interval i
                          where i.dossier_id = k.id order by i.seq desc limit 1) i`;
}

/** Those whose clock is not kept yet, or that have no interval yet: from their histories. */
async function foldMany(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, ReturnType<typeof fold>>();
  const histories = sealedHistories(await selectSealedEvents(tx, ids).execute());
  return new Map([...histories].map(([id, events]) => [id, fold(id, events)]));
}

export interface Moved {
  readonly found: LockedClock;
  readonly event: Extract<NewEvent, { readonly type: 'due-date-recomputed' }>;
}

/** Writes one event behind each history, with its interval and its row: a statement for each table. */
export async function saveMoved(tx: Tx, moved: readonly Moved[], secrets: Secrets): Promise<void> {
  const saved = moved.map(({ found, event }) => {
    const { head, rows, events } = linkEvents(found.head, [event], secrets);
    const { interval, columns } = movedClock(found.clock, found, events[0] as EventOf<typeof event.type>);
    const intervals = interval ? intervalRows(head.id, [interval]) : [];
    const row = { ...(columns as MovedColumns), id: head.id, head_seq: head.seq, head_hash: head.hash };
    return { events: rows as unknown as EventRow[], intervals, row };
  });
  await insertRows(
    tx,
    'dossiers.event',
    EVENT,
    saved.flatMap(({ events }) => events),
  );
  await insertRows(
    tx,
    'dossiers.clock_interval',
    INTERVAL,
    saved.flatMap(({ intervals }) => intervals),
  );
  await updateRows(
    tx,
    'dossiers.dossier',
    MOVED,
    saved.map(({ row }) => row),
  );
}

const EVENT = {
  ...{ dossier_id: 'uuid', seq: 'integer', type: 'text', at: 'timestamptz', by_account: 'uuid' },
  ...{ by_office: 'uuid', by_name: 'text', body: 'jsonb', previous_hash: 'bytea', hash: 'bytea' },
} as const;
type EventRow = { readonly [C in keyof typeof EVENT]: string | number | Uint8Array | null };

const INTERVAL = {
  ...{ dossier_id: 'uuid', seq: 'integer', kind: 'text', office_id: 'uuid', account_id: 'uuid' },
  ...{ from_at: 'timestamptz', due_at: 'timestamptz', national_due_at: 'timestamptz' },
  supplements: 'smallint',
} as const;

/** Of the row what a date can move, and the end of the chain. */
const MOVED = {
  ...{
    id: 'uuid',
    due_at: 'timestamptz',
    committed_due_at: 'timestamptz',
    known_due_at: 'timestamptz',
    due_certain: 'boolean',
  },
  ...{ remaining_value: 'integer', remaining_unit: 'text', national_due_at: 'timestamptz' },
  ...{ supplements: 'smallint', step_due_at: 'timestamptz', updated_at: 'timestamptz' },
  ...{ kept_clock: 'text', head_seq: 'integer', head_hash: 'bytea' },
} as const;
type MovedColumns = Record<
  Exclude<keyof typeof MOVED, 'id' | 'head_seq' | 'head_hash'>,
  string | number | boolean | null
>;
