import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { openText, seal } from '#platform/crypto/sealing.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { Random } from '#platform/random/random.ts';
import type { AlarmCursor } from '../rules/alarm-cursor.ts';

export interface Alarm {
  readonly id: string;
  readonly agencyId: string;
  readonly accountId: string;
  readonly day: CivilDate;
  /** The limit that was passed, as it was that day. */
  readonly moreThan: number;
  readonly raisedAt: Instant;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Instant | null;
}

/** One a day for an account in an agency; the second is none. */
export async function insertAlarm(
  tx: Tx,
  alarm: Omit<Alarm, 'acknowledgedBy' | 'acknowledgedAt'>,
): Promise<void> {
  const { id, agencyId, accountId, day, moreThan, raisedAt } = alarm;
  await tx
    .insertInto('protection.alarm')
    .values({
      id,
      agency_id: agencyId,
      account_id: accountId,
      day,
      more_than: moreThan,
      raised_at: raisedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function alarms(q: Queries, agencyIds: readonly string[]) {
  return q
    .selectFrom('protection.alarm as a')
    .leftJoin('protection.acknowledgement as k', 'k.alarm_id', 'a.id')
    .where('a.agency_id', 'in', agencyIds.length > 0 ? [...agencyIds] : [NOBODY])
    .select(['a.id', 'a.agency_id as agencyId', 'a.account_id as accountId', 'a.day'])
    .select(['a.more_than as moreThan', 'a.raised_at as raisedAt'])
    .select(['k.account_id as acknowledgedBy', 'k.acknowledged_at as acknowledgedAt']);
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Newest first. */
export function listAlarms(
  q: Queries,
  agencyIds: readonly string[],
  { after, limit }: { readonly after: AlarmCursor | null; readonly limit: number },
): Promise<Alarm[]> {
  let query = alarms(q, agencyIds);
  if (after)
    query = query.where(sql<boolean>`(a.raised_at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return query.orderBy('a.raised_at', 'desc').orderBy('a.id', 'desc').limit(limit).execute();
}

/** Those that nobody has acknowledged yet, newest first. */
export function listOpenAlarms(q: Queries, agencyIds: readonly string[], most: number): Promise<Alarm[]> {
  return alarms(q, agencyIds)
    .where('k.alarm_id', 'is', null)
    .orderBy('a.raised_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(most)
    .execute();
}

export function findAlarm(q: Queries, agencyIds: readonly string[], id: string): Promise<Alarm | undefined> {
  return alarms(q, agencyIds).where('a.id', '=', id).executeTakeFirst();
}

/** Alarms that nobody has acknowledged yet. */
export async function countOpenAlarms(q: Queries, agencyIds: readonly string[]): Promise<number> {
  if (agencyIds.length === 0) return 0;
  const row = await q
    .selectFrom('protection.alarm as a')
    .leftJoin('protection.acknowledgement as k', 'k.alarm_id', 'a.id')
    .where('a.agency_id', 'in', [...agencyIds])
    .where('k.alarm_id', 'is', null)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

interface Secrets {
  readonly keys: { readonly wrapping: Uint8Array };
  readonly random: Random;
}

const contextOf = (alarmId: string) => `protection-note:${alarmId}`;

/** What somebody wrote may name people: it lies sealed. False when the alarm is acknowledged already. */
export async function insertAcknowledgement(
  tx: Tx,
  { keys, random }: Secrets,
  {
    alarmId,
    note,
    ...by
  }: {
    readonly alarmId: string;
    readonly note: string;
    readonly accountId: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('protection.acknowledgement')
    .values({
      alarm_id: alarmId,
      account_id: by.accountId,
      sealed_note: seal(keys.wrapping, Buffer.from(note), contextOf(alarmId), random),
      acknowledged_at: by.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function findNote(
  q: Queries,
  { keys }: Pick<Secrets, 'keys'>,
  alarmId: string,
): Promise<string | undefined> {
  const row = await q
    .selectFrom('protection.acknowledgement')
    .select('sealed_note')
    .where('alarm_id', '=', alarmId)
    .executeTakeFirst();
  return row && openText(keys.wrapping, row.sealed_note, contextOf(alarmId));
}
