import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAssets } from './build-assets.ts';
import { buildPictures } from './build-pictures.ts';
import { buildPrograms } from './build-programs.ts';

const HELP = `node scripts/build.ts [--out FOLDER]
Builds the programs, the styles, the islands and the pictures of the help into FOLDER (dist). A server that runs from another folder is not touched.`;

/** Everything a running installation needs from the sources, in one folder. */
export async function build(out: string): Promise<void> {
  const root = resolve(import.meta.dirname, '..');
  await Promise.all([
    buildPrograms(root, out),
    buildAssets(root, resolve(out, 'assets')),
    buildPictures(root, resolve(out, 'assets', 'help')),
  ]);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'dist' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(HELP);
  } else {
    const started = performance.now();
    const out = resolve(values.out);
    const fresh = !existsSync(out);
    await build(out);
    console.log(`${fresh ? 'built' : 'rebuilt'} ${out} in ${Math.round(performance.now() - started)} ms`);
  }
}
