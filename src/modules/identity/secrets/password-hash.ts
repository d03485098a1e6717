import { argon2, timingSafeEqual } from 'node:crypto';
import type { Random } from '#platform/random/random.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes; about 60 ms on an office server. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LENGTH = 32;

interface Cost {
  readonly memory: number;
  readonly passes: number;
}

function derive(password: string, salt: Uint8Array, { memory, passes }: Cost): Promise<Buffer> {
  const parameters = { message: password, nonce: salt, parallelism: 1, tagLength: LENGTH, memory, passes };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** PHC text: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. */
export async function hashPassword(password: string, random: Random): Promise<string> {
  const salt = Buffer.from(random.bytes(16));
  const key = await derive(password, salt, { memory: MEMORY_KIB, passes: PASSES });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$${bare(salt)}$${bare(key)}`;
}

/** A hash nobody has the password of: unknown accounts cost the same work as known ones. */
const nobody = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$${bare(Buffer.alloc(16, 7))}$${bare(Buffer.alloc(32))}`;

/** Compares in constant time; without a hash it works just as long and says no. */
export async function checkPassword(password: string, phc: string | null): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([^$]+)\$([^$]+)$/.exec(phc ?? nobody);
  const [, memory, passes, salt, hash] = found ?? [];
  if (!memory || !passes || !salt || !hash) throw new Error('a stored password is not an argon2id hash');
  const wanted = Buffer.from(hash, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes) };
  const key = await derive(password, Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(key, wanted) && phc !== null;
}

function bare(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
