import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { passing } from '../passing.ts';

export interface KeptBytes {
  /** Hexadecimal, lower case: the address of the bytes. */
  readonly sha256: string;
  readonly size: number;
}

/**
 * The one door to kept bytes, addressed by their content: a folder now, an S3-compatible store later. What
 * `put` has answered is on disk, also when the transaction around it is undone: bytes that no row names are
 * still somebody's papers, and only the nightly sweep of `documents` finds and destroys them.
 */
export interface FileStore {
  put(bytes: Uint8Array): Promise<KeptBytes>;
  /** Throws when the bytes are missing or no longer those that were put. */
  read(sha256: string): Promise<Buffer>;
  exists(sha256: string): Promise<boolean>;
  /** Only under the content's lock, when no row needs it. */
  erase(sha256: string): Promise<void>;
  /** Addresses of what was first written before then; milliseconds of the machine. */
  list(beforeMs: number): AsyncIterable<string>;
  /** Removes what a crash has left half-written before then. */
  removeUnfinished(beforeMs: number): Promise<void>;
}

const ADDRESS = /^[0-9a-f]{64}$/;
const FOLDER = /^[0-9a-f]{2}$/;
const UNFINISHED = '.part';

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
      if (isMissing(error)) return false;
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
    list: async function* (beforeMs) {
      for await (const { name, path } of filesIn(dir))
        if (ADDRESS.test(name) && (await isOlder(path, beforeMs))) yield name;
    },
    removeUnfinished: async (beforeMs) => {
      for await (const { name, path } of filesIn(dir))
        if (name.endsWith(UNFINISHED) && (await isOlder(path, beforeMs))) await rm(path, { force: true });
    },
  };
}

/** A folder at a time: memory stays flat however many there are. */
async function* filesIn(dir: string): AsyncGenerator<{ readonly name: string; readonly path: string }> {
  for (const one of (await readdir(dir)).filter((name) => FOLDER.test(name)))
    for (const two of (await readdir(join(dir, one))).filter((name) => FOLDER.test(name)))
      for (const name of await readdir(join(dir, one, two))) yield { name, path: join(dir, one, two, name) };
}

async function isOlder(path: string, beforeMs: number): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < beforeMs;
  } catch (error) {
    if (isMissing(error)) return false; // destroyed meanwhile
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Where these bytes lie, or would lie. */
export function addressOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Temporary name, fsync, rename, fsync of the folder: after a power cut the file is whole or not there. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    passing('files/written');
    await rename(temporary, path);
    passing('files/named');
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
