import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What stands in a file, unpacked when it is packed by gzip (`.xes.gz`). Throws when it cannot be opened. */
export async function openLogFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  const file = await open(path);
  const start = await file.read({ buffer: Buffer.alloc(2), position: 0 }).finally(() => file.close());
  const bytes = createReadStream(path);
  if (start.buffer.readUInt16BE() !== 0x1f8b) return bytes;
  // an error of either is the reader's
  return pipeline(bytes, createGunzip(), () => {});
}

/** SHA-256 of a file as it lies there. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Whether reading failed because what was packed is damaged or cut off. */
export function isDamaged(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code !== undefined && /^Z_/.test(code);
}
