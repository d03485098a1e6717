import { randomBytes } from 'node:crypto';

/** Source of salts, keys, nonces, references and ids: an argument, as time is; only the demo seeds it. */
export interface Random {
  bytes(length: number): Uint8Array;
  /** UUID version 7 of the given machine moment (milliseconds). */
  uuid(nowMs: number): string;
}

export function createRandom(source: (length: number) => Uint8Array = (n) => randomBytes(n)): Random {
  return { bytes: source, uuid: (nowMs) => uuidV7(nowMs, source(10)) };
}

function uuidV7(nowMs: number, random: Uint8Array): string {
  const time = nowMs.toString(16).padStart(12, '0');
  const hex = Buffer.from(random).toString('hex');
  const variant = ((Number.parseInt(hex.slice(3, 5), 16) & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(5, 7)}-${hex.slice(7, 19)}`;
}
