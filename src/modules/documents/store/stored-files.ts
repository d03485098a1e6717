import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  /** As the person named it; null once erased. */
  readonly originalName: string | null;
  readonly storedAt: Instant;
  readonly accountId: string | null;
  readonly erasedAt: Instant | null;
}

export async function insertStoredFile(tx: Tx, file: StoredFile): Promise<void> {
  await tx
    .insertInto('documents.stored_file')
    .values({
      id: file.id,
      sha256: file.sha256,
      size: file.size,
      media_type: file.mediaType,
      original_name: file.originalName,
      stored_at: file.storedAt,
      account_id: file.accountId,
    })
    .execute();
}

const columns = [
  'id',
  'sha256',
  'size',
  'media_type as mediaType',
  'original_name as originalName',
  'stored_at as storedAt',
  'account_id as accountId',
  'erased_at as erasedAt',
] as const;

export function findFile(q: Queries, id: string): Promise<StoredFile | undefined> {
  return q.selectFrom('documents.stored_file').select(columns).where('id', '=', id).executeTakeFirst();
}

/** Those of the ids that exist, in no particular order. */
export async function listFiles(q: Queries, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  return q.selectFrom('documents.stored_file').select(columns).where('id', 'in', ids).execute();
}

/** Forgets the files; answers the addresses of bytes that nobody else keeps. */
export async function eraseFileRows(tx: Tx, ids: readonly string[], at: Instant): Promise<string[]> {
  const { rows } = await sql<{ kept: string }>`
    select erase_files as kept from documents.erase_files(${[...ids]}::uuid[], ${at})`.execute(tx);
  return rows.map((row) => row.kept);
}

/** Addresses of the bytes that scans and papers still need, after one of them, in their order. */
export async function listNeededContents(q: Queries, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from (
      select sha256 from documents.stored_file where erased_at is null
      union select pdf_sha256 from documents.paper where erased_at is null
      union select signed_pdf_sha256 from documents.paper where erased_at is null
    ) as needed where sha256 > ${after} order by sha256 limit ${limit}`.execute(q);
  return rows.map((row) => row.sha256);
}
