import { type Expression, sql } from 'kysely';
import type { Queries, Tx } from '#platform/db/database.ts';
import { send, together } from '#platform/db/sent.ts';
import { passing } from '#platform/passing.ts';
import { after } from '../rules/after.ts';
import { intervalsBegun } from '../rules/clock-interval.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierEvent, NewEvent } from '../rules/event.ts';
import { fold } from '../rules/fold.ts';
import { insertIntervals } from './clock-intervals.ts';
import { doneCommandOf, type FoundCommand, selectDoneCommand } from './done-commands.ts';
import {
  type Head,
  linkEvents,
  listEventsOfMany,
  openHistory,
  type Secrets,
  selectHistory,
  writeEvents,
} from './events.ts';
import { saveHandOver } from './hand-overs.ts';
import { saveOpinions } from './opinions.ts';
import { saveParties, saveReceiver } from './parties.ts';
import { begun, changedRows, involvedRows } from './rows.ts';

/** A dossier with the end of its chain, ready to be written on. */
export interface LoadedDossier {
  readonly dossier: Dossier;
  readonly events: readonly DossierEvent[];
  readonly head: Head;
  readonly involvedOfficeIds: readonly string[];
}

export interface LockedDossier extends LoadedDossier {
  readonly done: FoundCommand | undefined;
}

/**
 * The end of its history: what everybody locks who writes on a dossier. Nothing of `d` is selected: who waited for the lock
 * would see it as it was before. The statements after it see the row as it is.
 */
function selectHeads(q: Queries) {
  return q
    .selectFrom('dossiers.due as u')
    .innerJoin('dossiers.dossier as d', 'd.id', 'u.id')
    .select(['u.id', 'u.head_seq', 'u.head_hash']);
}

/** By its number, or by the reference it has before. */
const named = (number: string) => sql<boolean>`(d.number = ${number} or d.reference = ${number})`;

/** Its id, inside of another statement. */
function selectId(q: Queries, number: string): Expression<string> {
  return sql<string>`(${q.selectFrom('dossiers.dossier as d').where(named(number)).select('d.id')})`;
}

/** Locks its dates: one command at a time on one dossier. Answers too what the press of this key did before. */
export async function findForUpdate(
  tx: Tx,
  number: string,
  key: string,
  secrets: Secrets,
): Promise<LockedDossier | undefined> {
  const id = selectId(tx, number);
  const [[row], history, involved, done] = await together(
    tx,
    selectHeads(tx).where(named(number)).forUpdate('u'),
    selectHistory(tx, id), // begins when the lock is there: what somebody wrote meanwhile is seen
    selectInvolved(tx, id),
    selectDoneCommand(tx, key),
  );
  return row && { ...loadedOf(row, history, involved, secrets), done: doneCommandOf(done) };
}

export async function findDossier(
  q: Queries,
  number: string,
  secrets: Secrets,
): Promise<LoadedDossier | undefined> {
  const id = selectId(q, number);
  const [[row], history, involved] = await together(
    q,
    selectHeads(q).where(named(number)),
    selectHistory(q, id),
    selectInvolved(q, id),
  );
  return row && loadedOf(row, history, involved, secrets);
}

export async function findDossierById(
  q: Queries,
  id: string,
  secrets: Secrets,
): Promise<LoadedDossier | undefined> {
  const head = selectHeads(q).where('u.id', '=', id);
  const [[row], history, involved] = await together(q, head, selectHistory(q, id), selectInvolved(q, id));
  return row && loadedOf(row, history, involved, secrets);
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

/** Locks the dates of a dossier that the program itself writes on. */
export async function findByIdForUpdate(
  tx: Tx,
  id: string,
  secrets: Secrets,
): Promise<LoadedDossier | undefined> {
  const head = selectHeads(tx).where('u.id', '=', id).forUpdate('u');
  const [[row], history, involved] = await together(tx, head, selectHistory(tx, id), selectInvolved(tx, id));
  return row && loadedOf(row, history, involved, secrets);
}

interface HeadRow {
  readonly id: string;
  readonly head_seq: number;
  readonly head_hash: Buffer;
}

function selectInvolved(q: Queries, id: string | Expression<string>) {
  return q.selectFrom('dossiers.involved_office').where('dossier_id', '=', id).select('office_id');
}

function loadedOf(
  row: HeadRow,
  history: Parameters<typeof openHistory>[0],
  involved: readonly { readonly office_id: string }[],
  { keys }: Secrets,
): LoadedDossier {
  const events = openHistory(history, row.id, keys);
  return {
    dossier: fold(row.id, events),
    events,
    head: { id: row.id, seq: row.head_seq, hash: row.head_hash, wrappedKey: history[0]?.wrapped_key ?? null },
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
  const { dossier, linked, row, due } = begun(id, events, secrets);
  await send(tx, tx.insertInto('dossiers.dossier').values(row));
  await send(tx, tx.insertInto('dossiers.due').values(due));
  await writeEvents(tx, linked);
  await insertIntervals(tx, id, intervalsBegun(null, linked.events, id));
  await saveBeside(tx, null, dossier, secrets);
  return dossier;
}

/** Appends to the history and saves the row: both or neither. */
export async function saveEvents(
  tx: Tx,
  loaded: LoadedDossier,
  events: readonly NewEvent[],
  secrets: Secrets,
): Promise<Dossier> {
  const linked = linkEvents(loaded.head, events, secrets);
  await writeEvents(tx, linked);
  let { dossier } = loaded;
  await insertIntervals(tx, dossier.id, intervalsBegun(dossier, linked.events, dossier.id));
  for (const event of linked.events) {
    dossier = after(dossier, event, dossier.id);
    await saveHandOver(tx, dossier, event);
  }
  const { row, due } = changedRows(loaded.dossier, dossier, linked.head);
  if (row) await send(tx, tx.updateTable('dossiers.dossier').set(row).where('id', '=', dossier.id));
  await send(tx, tx.updateTable('dossiers.due').set(due).where('id', '=', dossier.id));
  await saveBeside(tx, loaded, dossier, secrets);
  await saveReceiver(tx, dossier, linked.events, secrets);
  return dossier;
}

/** What stands beside the row and follows the history, where this press has changed it. */
async function saveBeside(
  tx: Tx,
  before: LoadedDossier | null,
  dossier: Dossier,
  secrets: Secrets,
): Promise<void> {
  passing('dossiers/row-saved');
  await saveParties(tx, before?.dossier ?? null, dossier, secrets);
  const there = before?.dossier.receivedAt === dossier.receivedAt ? before.involvedOfficeIds : [];
  await saveInvolved(tx, dossier, new Set(there));
  if (before?.dossier.opinions !== dossier.opinions) await saveOpinions(tx, dossier);
}

/** Those who held it stay. */
async function saveInvolved(tx: Tx, dossier: Dossier, there: ReadonlySet<string>): Promise<void> {
  const missing = involvedRows(dossier).filter((row) => !there.has(row.office_id));
  if (missing.length === 0) return;
  await send(
    tx,
    tx
      .insertInto('dossiers.involved_office')
      .values(missing)
      .onConflict((conflict) =>
        conflict
          .columns(['dossier_id', 'office_id'])
          .doUpdateSet((eb) => ({ received_at: eb.ref('excluded.received_at') }))
          .where('dossiers.involved_office.received_at', 'is distinct from', (eb) =>
            eb.ref('excluded.received_at'),
          ),
      ),
  );
}
