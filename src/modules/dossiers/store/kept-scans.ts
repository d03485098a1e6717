import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

/** Whose form keeps scans: on which dossier, after which press. */
export interface ScanKeeper {
  readonly dossierId: string;
  readonly accountId: string;
  readonly pressKey: string;
}

/** `until` is machine time. */
export async function insertKeptScan(
  tx: Tx,
  fileId: string,
  { dossierId, accountId, pressKey }: ScanKeeper,
  until: Instant,
): Promise<void> {
  await tx
    .insertInto('dossiers.kept_scan')
    .values({
      file_id: fileId,
      dossier_id: dossierId,
      account_id: accountId,
      press_key: pressKey,
      kept_until: until,
    })
    .execute();
}

/** Those of the files that this very form keeps. */
export async function listKeptScans(
  q: Queries,
  { dossierId, accountId, pressKey }: ScanKeeper,
  fileIds: readonly string[],
): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await q
    .selectFrom('dossiers.kept_scan')
    .select('file_id')
    .where('file_id', 'in', fileIds)
    .where('dossier_id', '=', dossierId)
    .where('account_id', '=', accountId)
    .where('press_key', '=', pressKey)
    .execute();
  return rows.map((row) => row.file_id);
}

/** They go into the form of this press, and stay there until then. */
export async function rekeepScans(
  tx: Tx,
  fileIds: readonly string[],
  pressKey: string,
  until: Instant,
): Promise<void> {
  if (fileIds.length === 0) return;
  await tx
    .updateTable('dossiers.kept_scan')
    .set({ press_key: pressKey, kept_until: until })
    .where('file_id', 'in', fileIds)
    .execute();
}

/** Takes scans out of the keeping of a person on a dossier: they are filed now. Which there were. */
export async function takeKeptScans(
  tx: Tx,
  { dossierId, accountId }: Omit<ScanKeeper, 'pressKey'>,
  fileIds: readonly string[],
): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await tx
    .deleteFrom('dossiers.kept_scan')
    .where('file_id', 'in', fileIds)
    .where('dossier_id', '=', dossierId)
    .where('account_id', '=', accountId)
    .returning('file_id')
    .execute();
  return rows.map((row) => row.file_id);
}

/** All that the forms of a person, or of anybody, keep for a dossier: they are destroyed. */
export async function takeKeptScansOf(tx: Tx, dossierId: string, accountId?: string): Promise<string[]> {
  const rows = await tx
    .deleteFrom('dossiers.kept_scan')
    .where('dossier_id', '=', dossierId)
    .$if(accountId !== undefined, (some) => some.where('account_id', '=', accountId ?? null))
    .returning('file_id')
    .execute();
  return rows.map((row) => row.file_id);
}

/** What nobody has filed in time. */
export async function takeForgottenScans(tx: Tx, before: Instant): Promise<string[]> {
  const rows = await tx
    .deleteFrom('dossiers.kept_scan')
    .where('kept_until', '<', before)
    .returning('file_id')
    .execute();
  return rows.map((row) => row.file_id);
}
