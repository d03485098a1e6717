import { readdir } from 'node:fs/promises';
import type { Instant } from '#kernel/instant.ts';

const NAME = /^motcua-\d{8}-\d{6}-([0-9a-f]{8})$/;
const PARTIAL = '.partial';
const REMOVING = '.removing';
export const KEYS = '-keys';

/** `motcua-20261125-183000-0190a1b2`: order of names is order of time; the end says whose it is. */
export function backupName(at: Instant, installationId: string): string {
  const digits = at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return `motcua-${digits}-${signOf(installationId)}`;
}

/** As long as it is not whole and checked it is named so. */
export const partialName = (name: string): string => `${name}${PARTIAL}`;
export const removingName = (name: string): string => `${name}${REMOVING}`;
export const isUnfinishedName = (name: string): boolean => name.endsWith(PARTIAL) || name.endsWith(REMOVING);

/** Names of the whole backups of one installation in a folder, oldest first. */
export async function listBackups(folder: string, installationId: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => NAME.exec(name)?.[1] === signOf(installationId)).sort();
}

/** What an earlier backup or removal of this installation left when it was killed. */
export async function listLeftovers(folder: string, installationId: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => {
    const bare = name.replace(PARTIAL, '').replace(REMOVING, '').replace(KEYS, '');
    return isUnfinishedName(name) && NAME.exec(bare)?.[1] === signOf(installationId);
  });
}

/** The end of a version 7 id is random, its beginning is time. */
function signOf(installationId: string): string {
  return installationId.replaceAll('-', '').slice(-8);
}
