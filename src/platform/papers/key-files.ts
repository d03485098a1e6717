import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '#platform/random/random.ts';

export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Writes a secret (0600) that must be made once only: whoever comes first wins, everybody gets the kept text.
 * The name appears only when the content is safely on disk.
 */
export async function keepFirst(path: string, text: string): Promise<string> {
  const temporary = `${path}.${process.pid}.${process.hrtime.bigint()}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(temporary, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  return readFile(path, 'utf8');
}

/** A key of 32 random bytes that lies outside the database; made at the first call. */
export async function openSecretKey(dir: string, name: string, random: Random): Promise<Uint8Array> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, `${name}.key`);
  const text =
    (await readIfThere(path)) ?? (await keepFirst(path, Buffer.from(random.bytes(32)).toString('hex')));
  const key = Buffer.from(text.trim(), 'hex');
  if (key.length !== 32) throw new Error(`the key file ${name}.key is damaged`);
  return key;
}
