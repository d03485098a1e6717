import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assets } from './frame.ts';

/** Reads `manifest.json` of a build; `base` is the address below which its folder is served. */
export function readAssets(folder: string, base = '/assets'): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
  return (name) => `${base}/${manifest[name] ?? name}`;
}
