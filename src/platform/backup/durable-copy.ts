import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { BackupProblem } from './problem.ts';

const CHUNK = 1024 * 1024;

export interface CopiedFile {
  /** Of the bytes that were written. */
  readonly sha256: string;
  readonly size: number;
}

/** Copies what can be read now and waits until it is on disk; null when the file is gone. */
export async function copyDurably(from: string, to: string, stop: AbortSignal): Promise<CopiedFile | null> {
  const source = await openIfThere(from);
  if (!source) return null;
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      const copied = await pour(source, stop, async (chunk) => void (await target.writeFile(chunk)));
      await target.sync();
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** SHA-256 and size of a file; null when there is none. */
export async function hashOf(path: string, stop: AbortSignal): Promise<CopiedFile | null> {
  const source = await openIfThere(path);
  if (!source) return null;
  try {
    return await pour(source, stop, async () => {});
  } finally {
    await source.close();
  }
}

export async function writeDurably(path: string, text: string): Promise<CopiedFile> {
  const bytes = Buffer.from(text);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

/** Names in a folder are on disk only when the folder itself has been written. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** Work on many small files is mostly waiting for the disk: some at a time. */
export async function someAtATime<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const one = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all([one(), one(), one(), one()]);
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function pour(
  source: FileHandle,
  stop: AbortSignal,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<CopiedFile> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  const hash = createHash('sha256');
  let size = 0;
  for (;;) {
    if (stop.aborted) throw new BackupProblem('backup-stopped');
    const { bytesRead } = await source.read(buffer, 0, CHUNK);
    if (bytesRead === 0) return { sha256: hash.digest('hex'), size };
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    await write(chunk);
    size += bytesRead;
  }
}
