import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import {
  KEYS,
  listBackups,
  listLeftovers,
  partialName,
  removingName,
} from '#platform/backup/backup-names.ts';
import { syncFolder } from '#platform/backup/durable-copy.ts';
import { BackupProblem } from '#platform/backup/problem.ts';

/** Where one backup is written: both folders have another name until it is whole. */
export interface BackupPlace {
  readonly name: string;
  readonly parent: string;
  readonly keysParent: string;
  readonly folder: string;
  readonly keysFolder: string;
}

/** A folder to keep backups in; made when only its last part is missing. Never within the data itself. */
export async function openParent(dir: string, dataDir: string): Promise<string> {
  const real = await realPlaceOf(dir);
  if (isWithin(real, await realpath(dataDir)))
    throw new BackupProblem('backup-inside-data', { dir, dataDir });
  await mkdir(real, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if (!(await stat(real)).isDirectory()) throw new BackupProblem('backup-no-folder', { dir });
  return real;
}

/** Where it is, or would be: links may lead into the data. */
async function realPlaceOf(dir: string): Promise<string> {
  try {
    return await realpath(dir);
  } catch {
    const above = await realpath(dirname(dir)).catch(() => {
      throw new BackupProblem('backup-no-folder', { dir });
    });
    return join(above, basename(dir));
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}

/** Makes the two folders under their unfinished names; what a killed backup left goes first. */
export async function openPlace(
  name: string,
  installation: string,
  parent: string,
  keysParent: string,
): Promise<BackupPlace> {
  for (const folder of new Set([parent, keysParent]))
    for (const left of await listLeftovers(folder, installation))
      await rm(join(folder, left), { recursive: true, force: true });
  const place = {
    name,
    parent,
    keysParent,
    folder: join(parent, partialName(name)),
    keysFolder: join(keysParent, partialName(`${name}${KEYS}`)),
  };
  await mkdir(place.folder, { mode: 0o700 });
  await mkdir(place.keysFolder, { mode: 0o700 });
  return place;
}

/** The name that says that it is whole; the keys first, so that whoever sees the backup finds them. */
export async function finishPlace(place: BackupPlace): Promise<{ folder: string; keysFolder: string }> {
  const { name, parent, keysParent } = place;
  const whole = { folder: join(parent, name), keysFolder: join(keysParent, `${name}${KEYS}`) };
  await rename(place.keysFolder, whole.keysFolder);
  await syncFolder(keysParent);
  await rename(place.folder, whole.folder);
  await syncFolder(parent);
  return whole;
}

export async function clearPlace({ folder, keysFolder }: BackupPlace): Promise<void> {
  for (const path of [folder, keysFolder]) await rm(path, { recursive: true, force: true });
}

/** Removes whole backups beyond the newest `keep`; answers their names. Half removed ones do not look whole. */
export async function removeOld(place: BackupPlace, installation: string, keep: number): Promise<string[]> {
  const old = (await listBackups(place.parent, installation)).slice(0, -keep);
  for (const name of old) {
    await removeFolder(place.parent, name);
    await removeFolder(place.keysParent, `${name}${KEYS}`);
  }
  return old;
}

async function removeFolder(parent: string, name: string): Promise<void> {
  const going = join(parent, removingName(name));
  try {
    await rename(join(parent, name), going);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return; // taken elsewhere by hand
    throw error;
  }
  await rm(going, { recursive: true, force: true });
}
