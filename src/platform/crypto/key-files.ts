import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makePrivateFolder } from '#platform/files/private-folder.ts';
import type { Random } from '#platform/random/random.ts';

/** Something a person can put right: the file is not there, or is not what was written. */
export class KeyFileProblem extends Error {
  readonly problem: 'missing' | 'damaged';
  readonly file: string;
  constructor(problem: 'missing' | 'damaged', file: string) {
    super(`key file ${problem}: ${file}`);
    this.problem = problem;
    this.file = file;
  }
}

/**
 * Keys that lie outside the database. They are made before there is anything that they seal: later a missing one
 * is a loss, and another in its place would hide it.
 */
export interface KeyFolder {
  readonly dir: string;
  /** Only at the first start of an installation. */
  readonly mayMake?: boolean;
}

/** The text of a key file; made and kept when the folder is still being filled. */
export async function openKeyFile(
  { dir, mayMake = false }: KeyFolder,
  name: string,
  make: () => string | Promise<string>,
): Promise<string> {
  const path = join(dir, name);
  return readIfThere(path) ?? (mayMake ? keepFirst(path, await make()) : missing(path));
}

/** 32 random bytes, readable by the owner of the data only. */
export function openSecret({ dir, mayMake = false }: KeyFolder, name: string, random: Random): Uint8Array {
  const path = join(dir, name);
  const text =
    readIfThere(path) ??
    (mayMake ? keepFirst(path, Buffer.from(random.bytes(32)).toString('base64url')) : missing(path));
  return secretOf(text, path);
}

export function readSecret(dir: string, name: string): Uint8Array {
  const path = join(dir, name);
  return secretOf(readIfThere(path) ?? missing(path), path);
}

function secretOf(text: string, path: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== 32) throw new KeyFileProblem('damaged', path);
  return key;
}

function missing(path: string): never {
  throw new KeyFileProblem('missing', path);
}

export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Writes a secret (0600) that must be made once only: whoever comes first wins, everybody gets the kept text.
 * The name appears only when the content is safely on disk, and stays when the machine stops the next moment.
 */
export function keepFirst(path: string, text: string): string {
  makePrivateFolder(dirname(path));
  const temporary = `${path}.${process.pid}.${process.hrtime.bigint()}`;
  writeFileSync(temporary, text, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary);
  }
  syncFolder(dirname(path));
  return readFileSync(path, 'utf8');
}

function syncFolder(dir: string): void {
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
