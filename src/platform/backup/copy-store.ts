import { link, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Copied, CopiedParts } from './copied.ts';
import { type CopiedFile, copyDurably, hashOf, makeFolder, someAtATime } from './durable-copy.ts';
import { BackupProblem } from './problem.ts';

const ADDRESS = /^[0-9a-f]{64}$/;

interface Stores {
  /** The living store. */
  readonly from: string;
  /** Folder of the backup. */
  readonly to: string;
  /** Folder of the backup before it, on the same disk. */
  readonly previous: string | null;
}

/**
 * Copies the kept files into `<to>/files`. A file never changes, its name is its content: one that the backup
 * before holds whole is shared with it (a second name of the same bytes) in place of being copied again.
 */
export async function copyStore(stores: Stores, stop: AbortSignal): Promise<Copied> {
  const parts = new CopiedParts();
  const { from, to } = stores;
  await makeFolder(join(to, 'files'));
  parts.folders.push('files');
  for (const first of await namesIn(from)) {
    for (const second of await namesIn(join(from, first))) {
      const addresses = (await namesIn(join(from, first, second))).filter((name) => ADDRESS.test(name));
      if (addresses.length === 0) continue; // unfinished ones have other names
      await makeFolder(join(to, 'files', first, second));
      await someAtATime(addresses, async (address) => {
        const path = `files/${first}/${second}/${address}`;
        parts.add(path, await take(stores, path, address, stop));
      });
    }
  }
  for (const first of await namesIn(join(to, 'files'))) {
    parts.folders.push(`files/${first}`);
    for (const second of await namesIn(join(to, 'files', first)))
      parts.folders.push(`files/${first}/${second}`);
  }
  return parts;
}

async function take(stores: Stores, path: string, address: string, stop: AbortSignal): Promise<CopiedFile> {
  const { from, to, previous } = stores;
  if (previous !== null) {
    const shared = await share(join(previous, path), join(to, path), address, stop);
    if (shared) return shared;
  }
  const copied = await copyDurably(join(from, path.slice('files/'.length)), join(to, path), stop);
  if (copied?.sha256 !== address) throw new BackupProblem('backup-file-altered', { file: address });
  return copied;
}

/** Null where it cannot be: not there, no longer whole, or a disk that knows no second names. */
async function share(
  old: string,
  path: string,
  address: string,
  stop: AbortSignal,
): Promise<CopiedFile | null> {
  const found = await hashOf(old, stop);
  if (found?.sha256 !== address) return null;
  try {
    await link(old, path);
    return found;
  } catch {
    return null;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
