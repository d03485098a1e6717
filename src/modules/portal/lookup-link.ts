import { checkLinkToken, linkToken } from '#platform/papers/link-token.ts';

const PURPOSE = 'receipt';

/** The address in the QR code of a paper: names the dossier, and is worth nothing once the number is changed. */
export function lookupLink(publicUrl: string, key: Uint8Array, number: string): string {
  return `${publicUrl}/tra-cuu/${encodeURIComponent(number)}?k=${linkToken(key, PURPOSE, number)}`;
}

export function isLookupToken(key: Uint8Array, number: string, token: string): boolean {
  return checkLinkToken(key, token, PURPOSE, number);
}
