import { createCipheriv, createHash } from 'node:crypto';
import { createRandom, type Random } from './random.ts';

/**
 * The same bytes for the same seed, in the same order: only for data that is invented. AES-256 in counter mode over
 * the SHA-256 of the seed.
 */
export function seededRandom(seed: string): Random {
  const key = createHash('sha256').update(seed).digest();
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  return createRandom((length) => stream.update(Buffer.alloc(length)));
}
