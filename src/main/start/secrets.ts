import { join } from 'node:path';
import { openRootKey } from '#modules/dossiers/index.ts';
import { openSecret, readSecret } from '#platform/crypto/key-files.ts';
import { openSigningKeys } from '#platform/papers/signing-keys.ts';
import type { Random } from '#platform/random/random.ts';

/** Every secret of an installation; the daily roots and the signatures have key files of their own kind. */
const secretNames = ['motcua-app', 'accounts', 'dossiers', 'lookup', 'links', 'drafts', 'cash'] as const;
type SecretName = (typeof secretNames)[number];

export const signingFolder = (keysFolder: string) => join(keysFolder, 'signing');

/** A secret that was made at the first start. Throws a KeyFileProblem when its file is missing or damaged. */
export function secret(keysFolder: string, name: SecretName): Uint8Array {
  return readSecret(keysFolder, `${name}.key`);
}

/** Password of motcua_app, made from its own secret. */
export function appPassword(keysFolder: string): string {
  return Buffer.from(secret(keysFolder, 'motcua-app')).toString('base64url');
}

/** Opens every key: the start of a new installation makes them, any other finds them all or refuses. */
export async function openEveryKey(dir: string, random: Random, mayMake: boolean): Promise<void> {
  const folder = { dir, mayMake };
  for (const name of secretNames) openSecret(folder, `${name}.key`, random);
  await openRootKey(dir, mayMake);
  await openSigningKeys({ dir: signingFolder(dir), mayMake, random, nowMs: () => Date.now() });
}
