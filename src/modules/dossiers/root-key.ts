import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { openKeyFile } from '#platform/crypto/key-files.ts';
import type { RootKey } from './actions/make-daily-root.ts';

/** The Ed25519 key of the daily roots, outside the database; made at the first start of an installation. */
export async function openRootKey(keysFolder: string, mayMake = false): Promise<RootKey> {
  const pem = await openKeyFile({ dir: keysFolder, mayMake }, 'daily-root.pem', newKey);
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const raw = publicKey.export({ format: 'der', type: 'spki' });
  return { id: raw.toString('hex').slice(-16), privateKey, publicKey };
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}
