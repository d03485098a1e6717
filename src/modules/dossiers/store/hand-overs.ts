import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { send } from '#platform/db/sent.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierEvent, EventType } from '../rules/event.ts';
import { REAL } from './real-dossiers.ts';

const handing: readonly EventType[] = ['forwarded', 'step-finished', 'step-returned'];
/** After these nobody is waited for any more. */
const answering: readonly EventType[] = [
  'receipt-confirmed',
  'receipt-refused',
  'reassigned',
  'step-returned',
  'decided',
  'signed-by-hand',
  'supplement-asked',
  'payment-asked',
  'procedure-corrected',
  'acceptance-annulled',
  'withdrawn',
  'stopped',
];

/** Who handed what to whom; `dossier` is how it stands after the event. Undefined: nothing changed hands. */
export function handOverRow(dossier: Dossier, event: DossierEvent) {
  const [from, to] = [event.by.officeId, dossier.holder?.officeId];
  if (!handing.includes(event.type) || !from || !to || from === to) return undefined;
  return {
    dossier_id: dossier.id,
    seq: event.seq,
    from_office_id: from,
    to_office_id: to,
    handed_at: event.at,
    handed_by: event.by.name,
    refused: false,
  };
}

/** What it says of what was handed over and not answered yet; undefined: it answers nothing. */
export function answerOf({ at, by, type }: DossierEvent) {
  if (!answering.includes(type)) return undefined;
  return { answered_at: at, answered_by: by.name, refused: type === 'receipt-refused' };
}

/** Keeps who handed what to whom, and who answered. */
export async function saveHandOver(tx: Tx, dossier: Dossier, event: DossierEvent): Promise<void> {
  const answer = answerOf(event);
  if (answer)
    await send(
      tx,
      tx
        .updateTable('dossiers.hand_over')
        .set(answer)
        .where('dossier_id', '=', dossier.id)
        .where('answered_at', 'is', null),
    );
  const row = handOverRow(dossier, event);
  if (row) await send(tx, tx.insertInto('dossiers.hand_over').values(row));
}

/** What an office has handed over and put on no list yet, by the office it went to; training dossiers on none. */
export interface Unlisted {
  readonly fromOfficeId: string;
  readonly toOfficeId: string;
  readonly dossiers: number;
}

export async function countUnlisted(q: Queries, officeIds: readonly string[]): Promise<Unlisted[]> {
  if (officeIds.length === 0) return [];
  return q
    .selectFrom('dossiers.hand_over')
    .innerJoin(REAL.as('d'), 'd.id', 'dossier_id')
    .where('from_office_id', 'in', officeIds)
    .where('list_id', 'is', null)
    .where('answered_at', 'is', null)
    .groupBy(['from_office_id', 'to_office_id'])
    .select((eb) => [
      'from_office_id as fromOfficeId',
      'to_office_id as toOfficeId',
      eb.cast<number>(eb.fn.countAll(), 'integer').as('dossiers'),
    ])
    .execute();
}

export interface HandOverList {
  readonly id: string;
  readonly fromOfficeId: string;
  readonly toOfficeId: string;
  readonly madeAt: Instant;
  readonly madeByName: string;
  readonly dossiers: number;
}

const listColumns = [
  'id',
  'from_office_id as fromOfficeId',
  'to_office_id as toOfficeId',
  'made_at as madeAt',
  'made_by_name as madeByName',
  'dossiers',
] as const;

/** Puts everything that waits between two offices on one list; 0: there is nothing. */
export async function insertHandOverList(
  tx: Tx,
  list: Omit<HandOverList, 'dossiers'> & { readonly madeBy: string },
): Promise<number> {
  const rows = await tx
    .selectFrom('dossiers.hand_over as h')
    .where('from_office_id', '=', list.fromOfficeId)
    .where('to_office_id', '=', list.toOfficeId)
    .where('list_id', 'is', null)
    .where('answered_at', 'is', null)
    .where('dossier_id', 'in', tx.selectFrom(REAL.as('d')).select('d.id'))
    .select(['dossier_id', 'seq'])
    .orderBy('handed_at')
    .forUpdate('h')
    .execute();
  if (rows.length === 0) return 0;
  await tx
    .insertInto('dossiers.hand_over_list')
    .values({
      id: list.id,
      from_office_id: list.fromOfficeId,
      to_office_id: list.toOfficeId,
      made_at: list.madeAt,
      made_by: list.madeBy,
      made_by_name: list.madeByName,
      dossiers: rows.length,
    })
    .execute();
  for (const { dossier_id, seq } of rows)
    await tx
      .updateTable('dossiers.hand_over')
      .set({ list_id: list.id })
      .where('dossier_id', '=', dossier_id)
      .where('seq', '=', seq)
      .execute();
  return rows.length;
}

export async function findHandOverList(q: Queries, id: string): Promise<HandOverList | undefined> {
  const row = await q
    .selectFrom('dossiers.hand_over_list')
    .where('id', '=', id)
    .select(listColumns)
    .executeTakeFirst();
  return row as HandOverList | undefined;
}

/** The latest lists that these offices gave or got. */
export async function listHandOverLists(
  q: Queries,
  side: 'from' | 'to',
  officeIds: readonly string[],
  most: number,
): Promise<HandOverList[]> {
  if (officeIds.length === 0) return [];
  const rows = await q
    .selectFrom('dossiers.hand_over_list')
    .where(side === 'from' ? 'from_office_id' : 'to_office_id', 'in', officeIds)
    .select(listColumns)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows as HandOverList[];
}

/** A line of a list, with the dossier as it stands now. */
export interface HandOverLine {
  readonly name: string;
  readonly seq: number;
  readonly task: string;
  readonly procedureName: string;
  /** Null once erased by law. */
  readonly applicantName: string | null;
  readonly dueAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  readonly refused: boolean;
}

export async function listHandOverLines(q: Queries, listId: string): Promise<HandOverLine[]> {
  const rows = await q
    .selectFrom('dossiers.hand_over as h')
    .innerJoin(REAL.as('d'), 'd.id', 'h.dossier_id')
    .where('h.list_id', '=', listId)
    .select((eb) => [
      eb.fn.coalesce('d.number', 'd.reference').as('name'),
      'd.head_seq as seq',
      'd.task',
      'd.procedure_name as procedureName',
      'd.applicant_name as applicantName',
      'd.due_at as dueAt',
      'h.answered_at as answeredAt',
      'h.answered_by as answeredBy',
      'h.refused',
    ])
    .orderBy('h.handed_at')
    .orderBy('d.number')
    .execute();
  return rows as HandOverLine[];
}
