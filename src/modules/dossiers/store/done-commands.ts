import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { send, together } from '#platform/db/sent.ts';

const UNIQUE_VIOLATION = '23505';

export interface FoundCommand {
  readonly command: string;
  readonly accountId: string | null;
  readonly dossierId: string;
  /** Number, or the reference before there is one. */
  readonly number: string;
  readonly reference: string;
  readonly draftId: string | null;
}

/** A press that was carried out before; the same key finds the dossier it made or moved. */
export async function findDoneCommand(q: Queries, key: string): Promise<FoundCommand | undefined> {
  return doneCommandOf(await selectDoneCommand(q, key).execute());
}

/** To be sent together with others; `doneCommandOf` reads what comes back. */
export function selectDoneCommand(q: Queries, key: string) {
  return q
    .selectFrom('dossiers.done_command as c')
    .innerJoin('dossiers.dossier as d', 'd.id', 'c.dossier_id')
    .where('c.key', '=', key)
    .select(['d.id', 'd.number', 'd.reference', 'd.draft_id', 'c.command', 'c.by_account']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDoneCommand>['execute']>>[number];

export function doneCommandOf([row]: readonly Row[]): FoundCommand | undefined {
  return (
    row && {
      command: row.command,
      accountId: row.by_account,
      dossierId: row.id,
      number: row.number ?? row.reference,
      reference: row.reference,
      draftId: row.draft_id,
    }
  );
}

export interface FoundBegun {
  readonly done: FoundCommand | undefined;
  /** The dossier that the draft has become, whatever key made it. */
  readonly made: { readonly number: string } | undefined;
}

/** What a press that begins a dossier, or an earlier press on the same draft, has done before. */
export async function findBegun(q: Queries, key: string, draftId: string | null): Promise<FoundBegun> {
  const ofDraft = q
    .selectFrom('dossiers.dossier')
    .where('draft_id', '=', draftId)
    .select(['number', 'reference']);
  const [done, [made]] = await together(q, selectDoneCommand(q, key), ofDraft);
  return { done: doneCommandOf(done), made: made && { number: made.number ?? made.reference } };
}

export interface DoneCommand {
  readonly key: string;
  readonly dossierId: string;
  readonly command: string;
  /** Null: a citizen. */
  readonly accountId: string | null;
  readonly at: Instant;
}

/**
 * Somebody who is committing right now may have used the key: then the transaction fails, and `isPressUsed` says so
 * of its error.
 */
export async function insertDoneCommand(tx: Tx, done: DoneCommand): Promise<void> {
  await send(
    tx,
    tx.insertInto('dossiers.done_command').values({
      key: done.key,
      dossier_id: done.dossierId,
      command: done.command,
      by_account: done.accountId,
      done_at: done.at,
    }),
  );
}

export function isPressUsed(error: unknown): boolean {
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  return code === UNIQUE_VIOLATION && constraint === 'done_command_pkey';
}
