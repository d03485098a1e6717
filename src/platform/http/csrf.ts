import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '#platform/crypto/sealing.ts';

export const CSRF_FIELD = '_csrf';

function macOf(secret: string, nonce: string): string {
  return hmacSha256(secret, `form:${nonce}`).toString('base64url');
}

/** Token of a form: bound to the session's secret (or the visitor's cookie), different on every page. */
export function issueToken(secret: string, nonce: Uint8Array): string {
  const text = Buffer.from(nonce).toString('base64url');
  return `${text}.${macOf(secret, text)}`;
}

export function isToken(secret: string | undefined, token: unknown): boolean {
  if (!secret || typeof token !== 'string' || token.length > 200) return false;
  const [nonce, mac] = token.split('.');
  if (!nonce || !mac) return false;
  const expected = Buffer.from(macOf(secret, nonce));
  const given = Buffer.from(mac);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * False when the browser itself says that another site sends the form. Old browsers say nothing: then the
 * token alone decides.
 */
export function comesFromHere(headers: Headers, ownHosts: readonly string[]): boolean {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site === 'same-origin' || site === 'none';
  const origin = headers['origin'];
  if (typeof origin !== 'string') return true;
  if (!URL.canParse(origin)) return false;
  return ownHosts.includes(new URL(origin).host);
}
