import { createHmac } from 'node:crypto';
import { type Instant, msOfInstant } from '#kernel/instant.ts';
import { base32 } from './base32.ts';

/** RFC 6238 as every authenticator app has it: SHA-1, 30 seconds, six figures. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of phones differ: one step before and after is taken. */
const DRIFT = 1;
export const TOTP_SECRET_BYTES = 20;

export function totpStep(machineNow: Instant): number {
  return Math.floor(msOfInstant(machineNow) / 1000 / STEP_SECONDS);
}

/** RFC 4226 with a counter; `digits` is 8 in the RFC's own examples. */
export function totpCode(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** The step a code belongs to, later than `lastStep` (no code is taken twice), or undefined. */
export function matchingStep(
  secret: Uint8Array,
  code: string,
  machineNow: Instant,
  lastStep: number,
): number | undefined {
  const now = totpStep(machineNow);
  for (let step = Math.max(now - DRIFT, lastStep + 1); step <= now + DRIFT; step += 1) {
    if (totpCode(secret, step) === code) return step;
  }
  return undefined;
}

/** The code that would be taken now: in a demo it is printed, also right after another one was used. */
export function acceptableCode(secret: Uint8Array, machineNow: Instant, lastStep: number): string {
  const now = totpStep(machineNow);
  return totpCode(secret, Math.min(now + DRIFT, Math.max(now, lastStep + 1)));
}

/** What the QR code says to the authenticator app. */
export function otpauthUri(secret: Uint8Array, accountName: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(accountName)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&period=${STEP_SECONDS}&digits=${DIGITS}`;
}
