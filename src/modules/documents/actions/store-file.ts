import { readFile, stat } from 'node:fs/promises';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import type { Tx } from '#platform/db/database.ts';
import { type ContentProblem, checkContent, MAX_FILE_BYTES } from '#platform/files/content.ts';
import { addressOf, type FileStore } from '#platform/files/file-store.ts';
import { lockContent } from '../store/content-lock.ts';
import { insertStoredFile, type StoredFile } from '../store/stored-files.ts';
import type { IdSource } from './freeze-paper.ts';

export interface FileToStore {
  /** The bytes, or the path of a temporary copy. */
  readonly from: Uint8Array | string;
  readonly originalName: string;
  /** Legal time. */
  readonly storedAt: Instant;
  readonly accountId: string | null;
}

const codes: Record<ContentProblem, string> = {
  empty: 'documents/file-empty',
  'too-large': 'documents/file-too-large',
  'wrong-kind': 'documents/file-wrong-kind',
  damaged: 'documents/file-damaged',
  encrypted: 'documents/file-encrypted',
};

/**
 * Keeps a scan: PDF, JPEG or PNG by its content, 20 MB at most. Refuses with `documents/file-…` and the name.
 * The bytes are on disk before the transaction ends.
 */
export async function storeFile(
  tx: Tx,
  deps: IdSource & { readonly files: FileStore },
  { from, originalName, storedAt, accountId }: FileToStore,
): Promise<Outcome<StoredFile>> {
  const name = displayName(originalName);
  if (typeof from === 'string' && (await stat(from)).size > MAX_FILE_BYTES)
    return refused(codes['too-large'], { name, megabytes: 20 });
  const bytes = typeof from === 'string' ? await readFile(from) : Buffer.from(from);
  const check = checkContent(bytes);
  if (!check.ok) return refused(codes[check.problem], { name, megabytes: 20 });
  await lockContent(tx, addressOf(bytes), 'keep');
  const { sha256, size } = await deps.files.put(bytes);
  const file: StoredFile = {
    id: deps.random.uuid(deps.machineMs()),
    sha256,
    size,
    mediaType: check.mediaType,
    originalName: name,
    storedAt,
    accountId,
    erasedAt: null,
  };
  await insertStoredFile(tx, file);
  return accepted(file);
}

/** Only the last part of a path, one clean line, at most 255 characters with its ending. */
function displayName(raw: string): string {
  const name = cleanLine(raw.split(/[\\/]/).at(-1) ?? '').text || 'scan';
  return name.length <= 255 ? name : `${name.slice(0, 240)}…${name.slice(-10)}`;
}
