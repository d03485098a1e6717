import { createHash } from 'node:crypto';

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

/** SHA-256 over the canonical text of an event and the hash of the one before. */
export function linkHash(link: Link): Buffer {
  const text = canonical({
    dossier: link.dossierId,
    seq: link.seq,
    type: link.type,
    at: link.at,
    account: link.byAccount,
    office: link.byOffice,
    name: link.byName,
    body: link.body,
    personal: link.personalDigest ? Buffer.from(link.personalDigest).toString('hex') : null,
    previous: Buffer.from(link.previousHash).toString('hex'),
  });
  return createHash('sha256').update(text).digest();
}

/** Salted, so that a destroyed personal part cannot be guessed from what stays. */
export function personalDigest(salt: Uint8Array, content: string): Buffer {
  return createHash('sha256').update(salt).update(content).digest();
}

/** JSON with the keys of every object in order: the same value is the same text, whoever wrote it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
