import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What dies at a named place, and at the how manieth passing after that (0: the next). */
export interface Death {
  readonly how: 'self' | 'postgres';
  readonly passings: number;
}

const root = join(import.meta.dirname, '..', '..');

/** Every place that the sources name, so that none is forgotten. */
export function namedPlaces(): string[] {
  const places = globSync('src/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bpassing\('([^']+)'\)/g)].map(
      ([, place = '']) => place,
    ),
  );
  return [...new Set(places)].sort();
}

export function armedFile(folder: string, place: string): string {
  return join(folder, place.replaceAll('/', '.'));
}

/** From now on whoever comes by there dies; written under another name first, so that nobody reads half of it. */
export function arm(folder: string, place: string, death: Death): void {
  mkdirSync(folder, { recursive: true });
  const file = armedFile(folder, place);
  writeFileSync(`${file}.new`, JSON.stringify(death));
  renameSync(`${file}.new`, file);
}

export function hasFired(folder: string, place: string): boolean {
  return !existsSync(armedFile(folder, place));
}
