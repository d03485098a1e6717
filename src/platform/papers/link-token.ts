import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '#platform/crypto/sealing.ts';

/** 128 bits: enough against guessing, short enough for a QR code that an old phone reads. */
const TOKEN_BYTES = 16;

/**
 * Signs what a link on paper names, the purpose first, so that its address cannot be guessed. Only these parts
 * are signed (of a dossier its number, nothing else that the paper says): what a paper said is compared with the
 * page that the link opens.
 */
export function linkToken(key: Uint8Array, ...parts: readonly string[]): string {
  return mac(key, parts).toString('base64url');
}

export function checkLinkToken(key: Uint8Array, token: string, ...parts: readonly string[]): boolean {
  // as text: the last letter holds bits that no byte of the code has, so several texts would read as one code
  const given = Buffer.from(token);
  const wanted = Buffer.from(linkToken(key, ...parts));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Lengths are signed too: ('a', 'bc') is not ('ab', 'c'). */
function mac(key: Uint8Array, parts: readonly string[]): Buffer {
  return hmacSha256(key, JSON.stringify(parts)).subarray(0, TOKEN_BYTES);
}
