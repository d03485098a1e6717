import { createHash } from 'node:crypto';

/**
 * Id of something that never changes, from its content (UUID version 8, RFC 9562): the same seed is the same
 * row in every installation, loading twice finds it again.
 */
export function contentId(content: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
