import { createHmac } from 'node:crypto';
import { TOTP_SECRET_BYTES } from './totp.ts';

/** In a demo everybody may know it: the codes are printed on the sign-in page. */
export function demoTotpSecret(accountName: string): Uint8Array {
  return createHmac('sha256', 'motcua demo').update(accountName).digest().subarray(0, TOTP_SECRET_BYTES);
}
