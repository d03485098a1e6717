import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

/** A press that was carried out before; the same key finds the dossier it made or moved. */
export async function findDoneCommand(
  q: Queries,
  key: string,
): Promise<{ number: string; command: string } | undefined> {
  const row = await q
    .selectFrom('dossiers.done_command as c')
    .innerJoin('dossiers.dossier as d', 'd.id', 'c.dossier_id')
    .where('c.key', '=', key)
    .select(['d.number', 'd.reference', 'c.command'])
    .executeTakeFirst();
  return row && { number: row.number ?? row.reference, command: row.command };
}

export interface DoneCommand {
  readonly key: string;
  readonly dossierId: string;
  readonly command: string;
  /** Null: a citizen. */
  readonly accountId: string | null;
  readonly at: Instant;
}

/** Throws on the second use of a key (unique): the transaction of a double press ends with nothing done. */
export async function insertDoneCommand(tx: Tx, done: DoneCommand): Promise<void> {
  await tx
    .insertInto('dossiers.done_command')
    .values({
      key: done.key,
      dossier_id: done.dossierId,
      command: done.command,
      by_account: done.accountId,
      done_at: done.at,
    })
    .execute();
}
