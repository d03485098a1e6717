import { createHash } from 'node:crypto';
import { canonicalJson } from './rules/canonical-json.ts';

/** Salted: after the content was erased, nobody can find it again by trying names. */
export function contentDigest(salt: Uint8Array, content: unknown): string {
  return createHash('sha256').update(salt).update(canonicalJson(content)).digest('hex');
}
