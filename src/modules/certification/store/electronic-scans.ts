import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

interface CopyId {
  readonly dossierId: string;
  readonly ordinal: number;
}

export interface CopyScan {
  readonly fileId: string;
  readonly pages: number;
}

/** Files that a copy has now, in the order of their coming. */
export function listScans(q: Queries, { dossierId, ordinal }: CopyId): Promise<CopyScan[]> {
  return q
    .selectFrom('certification.electronic_scan')
    .select(['file_id as fileId', 'pages'])
    .where('dossier_id', '=', dossierId)
    .where('ordinal', '=', ordinal)
    .orderBy('added_at')
    .orderBy('file_id')
    .execute();
}

export async function insertScan(
  tx: Tx,
  { dossierId, ordinal }: CopyId,
  { fileId, pages }: CopyScan,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('certification.electronic_scan')
    .values({ file_id: fileId, dossier_id: dossierId, ordinal, pages, added_at: at })
    .execute();
}

export async function removeScans(tx: Tx, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await tx
    .deleteFrom('certification.electronic_scan')
    .where('file_id', 'in', [...fileIds])
    .execute();
}

/** Takes away all scans of a dossier; answers which. */
export async function takeScansOf(tx: Tx, dossierId: string): Promise<string[]> {
  const rows = await tx
    .deleteFrom('certification.electronic_scan')
    .where('dossier_id', '=', dossierId)
    .returning('file_id')
    .execute();
  return rows.map((row) => row.file_id);
}
