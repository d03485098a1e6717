import { sql } from 'kysely';
import { keyedHash, open, openText, seal } from '#platform/crypto/sealing.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Random } from '#platform/random/random.ts';

/** Keys outside the database: one wraps the dossiers' keys, one finds persons again by number. */
export interface DossierKeys {
  readonly wrapping: Uint8Array;
  readonly lookup: Uint8Array;
}

/** Through the one door that the database leaves open; see migration 0009. */
export async function erasePersonal(tx: Tx, dossierId: string): Promise<void> {
  await sql`select dossiers.erase_personal(${dossierId})`.execute(tx);
}

/** A new dossier's own key, as the row keeps it. */
export function wrapNewKey(keys: DossierKeys, dossierId: string, random: Random): Buffer {
  return seal(keys.wrapping, random.bytes(32), `dossier-key:${dossierId}`, random);
}

export function unwrapKey(keys: DossierKeys, dossierId: string, wrapped: Uint8Array): Buffer {
  return open(keys.wrapping, wrapped, `dossier-key:${dossierId}`);
}

export function sealPersonal(
  key: Uint8Array,
  dossierId: string,
  seq: number,
  text: string,
  random: Random,
): Buffer {
  return seal(key, Buffer.from(text), `${dossierId}:${seq}`, random);
}

export function openPersonal(key: Uint8Array, dossierId: string, seq: number, sealed: Uint8Array): string {
  return openText(key, sealed, `${dossierId}:${seq}`);
}

/** Under this a person is found again by number. */
export function idHash(keys: DossierKeys, number: string): Buffer {
  return keyedHash(keys.lookup, 'identity-number', number.replace(/[\s.-]/g, '').toUpperCase());
}
