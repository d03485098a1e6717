import type { IdentityDeps } from '#modules/identity/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { Random } from '#platform/random/random.ts';
import type { Kind } from './start/installation.ts';
import { secret } from './start/secrets.ts';

interface Ground {
  readonly db: Database;
  readonly random: Random;
  readonly kind: Kind;
  readonly keysFolder: string;
}

/** What the accounts need: among it the key outside the database that seals the secrets of second factors. */
export function identityDeps({ db, random, kind, keysFolder }: Ground): IdentityDeps {
  return { db, random, key: secret(keysFolder, 'accounts'), installation: kind };
}
