import { statfs } from 'node:fs/promises';

/** Of the data folder's disk. */
export interface Disk {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

const GIGABYTE = 1e9;

export async function readDisk(dataDir: string): Promise<Disk> {
  const { bavail, blocks, bsize } = await statfs(dataDir);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** Somebody has to act now: soon nothing can be stored. */
export const isDiskFull = ({ freeBytes }: Disk): boolean => freeBytes < GIGABYTE;

/** Somebody has to act soon. */
export const isDiskFilling = ({ freeBytes, totalBytes }: Disk): boolean =>
  (totalBytes === 0 ? 0 : freeBytes / totalBytes) < 0.1 && freeBytes < 20 * GIGABYTE;
