import { instantOfMs } from '#kernel/instant.ts';
import { totpCode, totpStep } from '#modules/identity/secrets/totp.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The application on a telephone: the code of a typed key at this moment. */
export function codeOf(typedKey: string): string {
  const bits = [...typedKey.replace(/\s/g, '')]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return totpCode(Uint8Array.from(bytes), totpStep(instantOfMs(Date.now())));
}
