import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type Metafile } from 'esbuild';

const DAY_MS = 86_400_000;

const entries = {
  public: ['src/ui/styles/entry-public.css', 'src/ui/islands/public.ts'],
  desk: ['src/ui/styles/entry-desk.css', 'src/ui/islands/desk.ts'],
  icon: ['src/ui/icon.svg'],
} as const;

/**
 * Styles, islands, fonts: file names carry their hash, so that they may be kept for ever. `manifest.json` maps
 * `desk.css` to `desk-ABCDEFGH.css`; text files lie there also as `.gz` and `.br`.
 */
export async function buildAssets(root: string, out: string): Promise<void> {
  const built = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entries).flatMap(([name, sources]) =>
      sources.map((source) => ({ in: join(root, source), out: name })),
    ),
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome99', 'firefox97', 'safari15.4'],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    metafile: true,
    logLevel: 'warning',
  });
  const files = Object.keys(built.metafile.outputs).map((file) => basename(file));
  await mkdir(out, { recursive: true });
  await Promise.all(files.filter(isText).map((file) => compress(join(out, file))));
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifestOf(built.metafile), null, 2)}\n`);
  await removeStale(out, files);
}

function manifestOf(metafile: Metafile): Record<string, string> {
  const manifest: Record<string, string> = {};
  for (const file of Object.keys(metafile.outputs)
    .map((path) => basename(path))
    .sort()) {
    const named = /^(public|desk|icon)-[A-Z0-9]{8}\.(css|js|svg)$/.exec(file);
    if (named) manifest[`${named[1]}.${named[2]}`] = file;
  }
  return manifest;
}

function isText(file: string): boolean {
  return /\.(css|js|svg)$/.test(file);
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  const brotli = promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
  const zipped = promisify(gzip)(content, { level: 9 });
  await Promise.all([writeFile(`${file}.br`, await brotli), writeFile(`${file}.gz`, await zipped)]);
}

/** Pages that are still open may ask for the files of the last build, so those stay a day. */
async function removeStale(out: string, current: readonly string[]): Promise<void> {
  const keep = new Set([
    'manifest.json',
    'help',
    ...current.flatMap((file) => [file, `${file}.br`, `${file}.gz`]),
  ]);
  for (const file of await readdir(out)) {
    if (keep.has(file)) continue;
    const path = join(out, file);
    if (Date.now() - (await stat(path)).mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}
