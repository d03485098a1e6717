import { totalmem } from 'node:os';
import process from 'node:process';

const MB = 1024 * 1024;
const LEAST = 128;
const MOST = 1024;
const PART = 16;

/** Bytes that this machine, or the container that holds it to less, may use. */
export function memoryHere(): number {
  const held = process.constrainedMemory();
  return held > 0 ? Math.min(held, totalmem()) : totalmem();
}

/**
 * What the embedded PostgreSQL keeps of its pages, in MB: a sixteenth of the memory. With less than a change of very many
 * dossiers writes, its pages are written out and read again in the middle of it.
 */
export function sharedBuffers(bytes: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(bytes / PART / MB)));
}
