import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Random } from '#platform/random/random.ts';

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM; nonce, tag and ciphertext in one piece. `context` is authenticated, not stored. */
export function seal(key: Uint8Array, content: Uint8Array, context: string, random: Random): Buffer {
  const nonce = random.bytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', secretKey(key), nonce);
  cipher.setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when the key, the context or one byte differs. */
export function open(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secretKey(key), sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

/** The same of what was sealed as text. */
export const openText = (key: Uint8Array, sealed: Uint8Array, context: string): string =>
  open(key, sealed, context).toString('utf8');

/** A digest under which equal values can be found again without being readable. */
export function keyedHash(key: Uint8Array, purpose: string, value: string): Buffer {
  return hmacSha256(key, `${purpose}\0${value}`);
}

export function hmacSha256(key: Uint8Array | string, text: string): Buffer {
  return createHmac('sha256', secretKey(key)).update(text).digest();
}

/** Bytes given as they are cost Node three times the work of the cipher itself. */
function secretKey(key: Uint8Array | string): KeyObject {
  return createSecretKey(typeof key === 'string' ? Buffer.from(key) : key);
}
