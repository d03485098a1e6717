import { createHash, hash } from 'node:crypto';

export const NO_HASH = Buffer.alloc(32);

/** What of an event goes into the chain: all but the machine's time; the personal part by a salted digest. */
export interface Link {
  readonly dossierId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly byAccount: string | null;
  readonly byOffice: string | null;
  readonly byName: string;
  readonly body: unknown;
  readonly personalDigest: Uint8Array | null;
  readonly previousHash: Uint8Array;
}

/**
 * SHA-256 over the canonical text of an event and the hash of the one before. `body`: its canonical text, where somebody
 * has it already.
 */
export function linkHash(link: Link, body = canonical(link.body)): Buffer {
  const { personalDigest: digest } = link;
  // `canonical` of an object with these keys: they stand in their order
  const text = `{"account":${canonical(link.byAccount)},"at":${canonical(link.at)},"body":${body},"dossier":${canonical(link.dossierId)},"name":${canonical(link.byName)},"office":${canonical(link.byOffice)},"personal":${canonical(digest && hex(digest))},"previous":"${hex(link.previousHash)}","seq":${link.seq},"type":${canonical(link.type)}}`;
  return hash('sha256', text, 'buffer');
}

const hex = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/** Salted, so that a destroyed personal part cannot be guessed from what stays. */
export function personalDigest(salt: Uint8Array, content: string): Buffer {
  return createHash('sha256').update(salt).update(content).digest();
}

/**
 * JSON with the keys of every object in order: the same value is the same text, whoever wrote it, before it was stored
 * and read again as after.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (item === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(item)}`;
  }
  return `{${text}}`;
}
