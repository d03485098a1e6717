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
  /** Read from its history: nothing was kept of its clock. */
  readonly unkept: boolean;
}

/** Locks many at once; those that somebody is working on at this moment are waited for or left out. */
export async function lockMany(
  tx: Tx,
  ids: readonly string[],
  busy: 'wait' | 'leave-out',
): Promise<LockedClock[]> {
  const found = selectClocks(tx, ids).forUpdate();
  const [clocks, rows] = await together(
    tx,
    busy === 'wait' ? found : found.skipLocked(),
    selectRows(ids).compile(tx), // begins when the locks are there: what somebody wrote meanwhile is seen
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const unkept = clocks.filter((one) => !one.kept_clock || !one.kept_dates || !rowOf.get(one.id)?.kind);
  const folded = await foldMany(
    tx,
    unkept.map(({ id }) => id),
  );
  return clocks.map(({ id, training, head_seq: seq, head_hash: hash, ...kept }) => {
    const row = rowOf.get(id);
    if (!row) throw new Error('dates without a dossier');
    const { name, intakeOfficeId, stepIndex, kind, officeId, accountId } = row;
    const common = { name, training, intakeOfficeId, stepIndex, head: { id, seq, hash, wrappedKey: null } };
    const dossier = folded.get(id);
    if (dossier) return { ...common, clock: dossier, spent: spentBy(dossier), unkept: true };
    const { kept_clock: clock, kept_dates: dates } = kept;
    if (kind === null || clock === null || dates === null)
      throw new Error('a dossier has its clock or its history');
    return {
      ...common,
      clock: readClock({ clock, dates }),
      spent: { kind, officeId, accountId },
      unkept: false,
    };
  });
}

/** Its dates are what everybody locks who writes on a dossier. */
function selectClocks(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('dossiers.due')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .select(['id', 'training', 'head_seq', 'head_hash', 'kept_clock', 'kept_dates'])
    .orderBy('id');
}

type Row = { readonly id: string } & Pick<LockedClock, 'name' | 'intakeOfficeId' | 'stepIndex'> &
  (LockedClock['spent'] | Record<keyof LockedClock['spent'], null>);

/** With the interval that began last, where there is one. */
function selectRows(ids: readonly string[]) {
  return sql<Row>`
    select d.id, coalesce(d.number, d.reference) as name, d.intake_office_id as "intakeOfficeId",
           d.step_index as "stepIndex", i.kind, i.office_id as "officeId", i.account_id as "accountId"
      from dossiers.dossier d
      left join lateral (select * from dossiers.clock_interval i
                          where i.dossier_id = d.id order by i.seq desc limit 1) i on true
     where d.id = any(${[...ids]}::uuid[])`;
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

/** Writes one event behind each history, with its interval and its dates: a statement for each table. */
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
  const rows = saved.map(({ row }) => row);
  const sameBasis = rows.filter(({ kept_clock }) => kept_clock === undefined);
  const otherBasis = rows.flatMap(({ kept_clock, ...row }) => (kept_clock ? [{ ...row, kept_clock }] : []));
  await updateRows(tx, 'dossiers.due', MOVED, sameBasis);
  await updateRows(tx, 'dossiers.due', { ...MOVED, kept_clock: 'text' }, otherBasis);
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

/** What a calendar can move, and the end of the chain. */
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
  ...{ kept_dates: 'text', head_seq: 'integer', head_hash: 'bytea' },
} as const;
type MovedColumns = Record<
  Exclude<keyof typeof MOVED, 'id' | 'head_seq' | 'head_hash'>,
  string | number | boolean | null
> & { readonly kept_clock?: string };
