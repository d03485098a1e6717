import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Instant } from '#kernel/instant.ts';
import type { Database } from '#platform/db/database.ts';
import { passing } from '#platform/passing.ts';
import type { Random } from '#platform/random/random.ts';
import type { Kind } from './installation.ts';

export interface LoadContext {
  readonly kind: Kind;
  /** Folder `db/seeds`. */
  readonly seedsFolder: string;
  readonly keysFolder: string;
  readonly random: Random;
  readonly legalNow: Instant;
  readonly machineNow: Instant;
}

/**
 * Loads one part of `db/seeds`, as the owner. Runs again when the files have changed or a start was broken
 * off, so it has to leave alone what is there already.
 */
export interface Loader {
  /** Words of what is loaded: `main.loading.<name>`. */
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly load: (db: Database, context: LoadContext) => Promise<void>;
}

export async function hashOfFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file.slice(folder.length)).update(await readFile(file));
  return hash.digest('hex');
}

/** True when something was loaded. */
export async function loadSeeds(
  owner: pg.Pool,
  db: Database,
  loaders: readonly Loader[],
  context: LoadContext,
  tell: (name: string) => void,
): Promise<boolean> {
  const wanted = loaders.filter((loader) => loader.kinds.includes(context.kind));
  const hash = createHash('sha256')
    .update(await hashOfFolder(context.seedsFolder))
    .update(wanted.map((loader) => loader.name).join())
    .digest('hex');
  const { rows } = await owner.query<{ seeds_sha256: string | null }>(
    'select seeds_sha256 from platform.installation',
  );
  if (rows[0]?.seeds_sha256 === hash) return false;
  for (const loader of wanted) {
    tell(loader.name);
    await loader.load(db, context);
    passing('start/part-loaded');
  }
  await owner.query('update platform.installation set seeds_sha256 = $1', [hash]);
  return true;
}
