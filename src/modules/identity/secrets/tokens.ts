import { createHash } from 'node:crypto';
import type { Random } from '#platform/random/random.ts';

/** 256 random bits, as they stand in a cookie or a link; the database keeps only the hash. */
export function newToken(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Recovery codes: ten of 50 bits, in letters that cannot be confused. */
export function newRecoveryCodes(random: Random): string[] {
  const letters = 'abcdefghjkmnpqrstuvwxyz023456789';
  return Array.from({ length: 10 }, () => {
    const text = Array.from(random.bytes(10), (byte) => letters[byte & 31]).join('');
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });
}

export function hashRecoveryCode(accountId: string, typed: string): Buffer {
  const code = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHash('sha256').update(`${accountId}:${code}`).digest();
}
