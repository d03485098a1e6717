import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { send } from '#platform/db/sent.ts';
import type { Fields } from '../rules/fields.ts';
import { type DraftSecrets, openFields, sealFields } from './draft-content.ts';

/** A scan chosen for a paper: `paper` is the key of the tick-list, or `extra.0`. */
export interface DraftFile {
  readonly fileId: string;
  readonly paper: string;
  /** False: it belongs to the dossier that the draft goes on with. */
  readonly owned: boolean;
}

/** Whose drafts: a person's own, at the counters where that person receives today. */
export interface Holder {
  readonly accountId: string;
  readonly officeIds: readonly string[];
}

/** What is being filled in at a counter; it has no number and makes one dossier at most. */
export interface Draft {
  readonly id: string;
  readonly accountId: string;
  readonly officeId: string;
  readonly procedureVersionId: string;
  readonly procedureName: string;
  /** The dossier it goes on with, as long as it was when the page was made. */
  readonly existing: { readonly reference: string; readonly seenSeq: number } | null;
  /** The dossier it was begun like, and what was copied from there. */
  readonly like: { readonly number: string; readonly copied: Fields } | null;
  /** Empty once it has become a dossier. */
  readonly fields: Fields;
  readonly version: number;
  readonly pageToken: string | null;
  /** Number or reference of the dossier it became. */
  readonly dossier: string | null;
  /** What comes of it is a training dossier; said when the draft began, never by its page. */
  readonly training: boolean;
  readonly updatedAt: Instant;
}

const columns = [
  'id',
  'account_id',
  'office_id',
  'procedure_version_id',
  'procedure_name',
  'reference',
  'seen_seq',
  'like_dossier',
  'copied',
  'sealed',
  'version',
  'page_token',
  'dossier',
  'training',
  'updated_at',
] as const;

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly office_id: string;
  readonly procedure_version_id: string;
  readonly procedure_name: string;
  readonly reference: string | null;
  readonly seen_seq: number | null;
  readonly like_dossier: string | null;
  readonly copied: Buffer | null;
  readonly sealed: Buffer | null;
  readonly version: number;
  readonly page_token: string | null;
  readonly dossier: string | null;
  readonly training: boolean;
  readonly updated_at: string;
}

export function draftOf(row: Row, secrets: Pick<DraftSecrets, 'draftKey'>): Draft {
  return {
    id: row.id,
    accountId: row.account_id,
    officeId: row.office_id,
    procedureVersionId: row.procedure_version_id,
    procedureName: row.procedure_name,
    existing:
      row.reference === null || row.seen_seq === null
        ? null
        : { reference: row.reference, seenSeq: row.seen_seq },
    like: likeOf(row, secrets),
    fields: row.sealed ? openFields(secrets, row.id, row.sealed) : {},
    version: row.version,
    pageToken: row.page_token,
    dossier: row.dossier,
    training: row.training,
    updatedAt: row.updated_at as Instant,
  };
}

function likeOf(
  { id, like_dossier: number, copied }: Row,
  secrets: Pick<DraftSecrets, 'draftKey'>,
): Draft['like'] {
  return number === null ? null : { number, copied: copied ? openFields(secrets, id, copied) : {} };
}

/** Somebody else's draft is none, nor is one of a counter that the person has left. */
export async function findDraft(
  q: Queries,
  secrets: Pick<DraftSecrets, 'draftKey'>,
  id: string,
  holder: Holder,
): Promise<Draft | undefined> {
  const row = await held(q, holder).where('id', '=', id).executeTakeFirst();
  return row && draftOf(row, secrets);
}

/** Open or ended, of the holder. */
export function held(q: Queries, { accountId, officeIds }: Holder) {
  return q
    .selectFrom('counter.draft')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('office_id', '=', sql<string>`any (${[...officeIds]}::uuid[])`);
}

/** The same, locked until the transaction ends. */
export async function findDraftForUpdate(
  tx: Tx,
  secrets: Pick<DraftSecrets, 'draftKey'>,
  id: string,
  holder: Holder,
): Promise<Draft | undefined> {
  const row = await held(tx, holder).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && draftOf(row, secrets);
}

/** Open drafts of a person, latest first: those of training dossiers, or the others. */
export async function listDrafts(
  q: Queries,
  secrets: Pick<DraftSecrets, 'draftKey'>,
  holder: Holder,
  { training = false, most = 50 } = {},
): Promise<Draft[]> {
  const rows = await held(q, holder)
    .where('dossier', 'is', null)
    .where('training', '=', training)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => draftOf(row, secrets));
}

/** Every open draft of some offices, in parts: memory stays flat. */
export async function* eachOpenDraft(
  q: Queries,
  secrets: Pick<DraftSecrets, 'draftKey'>,
  officeIds: readonly string[],
): AsyncGenerator<Draft[]> {
  const AT_ONCE = 500;
  let after = '00000000-0000-0000-0000-000000000000';
  while (officeIds.length > 0) {
    const rows = await q
      .selectFrom('counter.draft')
      .select(columns)
      .where('office_id', 'in', [...officeIds])
      .where('dossier', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => draftOf(row, secrets));
    after = last.id;
  }
}

export async function findDraftGoingOn(
  q: Queries,
  accountId: string,
  reference: string,
): Promise<{ id: string; seenSeq: number | null } | undefined> {
  return q
    .selectFrom('counter.draft')
    .select(['id', 'seen_seq as seenSeq'])
    .where('account_id', '=', accountId)
    .where('reference', '=', reference)
    .where('dossier', 'is', null)
    .executeTakeFirst();
}

export interface NewDraft
  extends Pick<Draft, 'id' | 'accountId' | 'officeId' | 'existing' | 'like' | 'fields' | 'training'> {
  readonly procedure: { readonly versionId: string; readonly code: string; readonly name: string };
  readonly at: Instant;
}

/** False when there is such a draft already: of this press, or one that goes on with the same dossier. */
export async function insertDraft(tx: Tx, secrets: DraftSecrets, draft: NewDraft): Promise<boolean> {
  const { id, procedure, existing, at } = draft;
  const inserted = await tx
    .insertInto('counter.draft')
    .values({
      id,
      account_id: draft.accountId,
      office_id: draft.officeId,
      procedure_version_id: procedure.versionId,
      procedure_code: procedure.code,
      procedure_name: procedure.name,
      reference: existing?.reference ?? null,
      seen_seq: existing?.seenSeq ?? null,
      like_dossier: draft.like?.number ?? null,
      copied: draft.like ? sealFields(secrets, id, draft.like.copied) : null,
      training: draft.training,
      sealed: sealFields(secrets, id, draft.fields),
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export interface DraftChange {
  readonly fields: Fields;
  readonly pageToken: string | null;
  readonly at: Instant;
}

export async function updateDraft(
  tx: Tx,
  secrets: DraftSecrets,
  id: string,
  { fields, pageToken, at }: DraftChange,
): Promise<void> {
  const update = tx
    .updateTable('counter.draft')
    .set((eb) => ({
      sealed: sealFields(secrets, id, fields),
      page_token: pageToken,
      updated_at: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id);
  await send(tx, update);
}

/** The page has been shown the dossier as it is now. */
export async function updateSeen(tx: Tx, id: string, seenSeq: number): Promise<void> {
  await tx.updateTable('counter.draft').set({ seen_seq: seenSeq }).where('id', '=', id).execute();
}

/** Somebody works on it: it does not grow old. */
export async function touchDraft(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.updateTable('counter.draft').set({ updated_at: at }).where('id', '=', id).execute();
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('counter.draft').where('id', '=', id).execute();
}
