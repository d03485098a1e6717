import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The project's folder, from a built program as from a source file. */
export function projectRoot(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'db', 'migrations'))) return folder;
  throw new Error('the folder db/migrations is missing');
}

/** Paths given by a person are relative to where the person stands, not to the project. */
export function givenPath(path: string): string {
  return resolve(process.env['MOTCUA_CWD'] ?? process.cwd(), path);
}

/** Where the build put the programs: beside this very file. */
export function programFolder(): string {
  return import.meta.dirname;
}
