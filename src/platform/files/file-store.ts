import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface KeptBytes {
  /** Hexadecimal, lower case: the address of the bytes. */
  readonly sha256: string;
  readonly size: number;
}

/**
 * The one door to kept bytes, addressed by their content: a folder now, an S3-compatible store later. What
 * `put` has answered is on disk. Bytes without a row in the database are harmless.
 */
export interface FileStore {
  put(bytes: Uint8Array): Promise<KeptBytes>;
  /** Throws when the bytes are missing or no longer those that were put. */
  read(sha256: string): Promise<Buffer>;
  exists(sha256: string): Promise<boolean>;
  /** Only for erasing by law. */
  erase(sha256: string): Promise<void>;
}

const ADDRESS = /^[0-9a-f]{64}$/;

export async function openFileStore(dir: string): Promise<FileStore> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const pathOf = (sha256: string): string => {
    if (!ADDRESS.test(sha256)) throw new Error('not the address of a kept file');
    return join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const exists = async (sha256: string): Promise<boolean> => {
    try {
      return (await stat(pathOf(sha256))).isFile();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    }
  };
  return {
    exists,
    put: async (bytes) => {
      const sha256 = addressOf(bytes);
      if (!(await exists(sha256))) await writeDurably(pathOf(sha256), bytes);
      return { sha256, size: bytes.length };
    },
    read: async (sha256) => {
      const bytes = await readFile(pathOf(sha256));
      if (addressOf(bytes) !== sha256) throw new Error(`the kept file ${sha256} has been altered`);
      return bytes;
    },
    erase: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

/** Where these bytes lie, or would lie. */
export function addressOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Temporary name, fsync, rename, fsync of the folder: after a power cut the file is whole or not there. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
