import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keepFirst, readIfThere } from '#platform/papers/key-files.ts';
import type { RootKey } from './actions/make-daily-root.ts';

/** The Ed25519 key of the daily roots, outside the database; made at the first call. */
export async function openRootKey(keysFolder: string): Promise<RootKey> {
  await mkdir(keysFolder, { recursive: true, mode: 0o700 });
  const path = join(keysFolder, 'daily-root.pem');
  const pem = (await readIfThere(path)) ?? (await keepFirst(path, newKey()));
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const raw = publicKey.export({ format: 'der', type: 'spki' });
  return { id: raw.toString('hex').slice(-16), privateKey, publicKey };
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}
