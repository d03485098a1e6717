import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '#platform/files/private-folder.ts';
import type { Random } from '#platform/random/random.ts';

/**
 * A secret that lies outside the database: 32 bytes, made once, readable by the owner of the data only. Two
 * processes that ask at the same time get the same one.
 */
export function readOrMakeSecret(keysFolder: string, name: string, random: Random): Uint8Array {
  const file = join(keysFolder, name);
  if (!existsSync(file)) {
    makePrivateFolder(keysFolder);
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, Buffer.from(random.bytes(32)).toString('base64url'), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
}

/** Password of motcua_app, made from its own secret. */
export function appPassword(keysFolder: string, random: Random): string {
  return Buffer.from(readOrMakeSecret(keysFolder, 'motcua-app.key', random)).toString('base64url');
}
