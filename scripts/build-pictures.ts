import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namedPictures } from '../src/modules/help/guides/all.ts';
import { cropPng } from './crop-png.ts';

const DAY_MS = 86_400_000;
/** What the help shows of a page: about a screen of a desk, and of a phone. */
const tops = [
  { width: 1280, most: 860 },
  { width: 360, most: 720 },
] as const;

/**
 * The pictures of the help are pictures of the real pages: `./motcua screens` takes them to docs/screens, this
 * copies the tops of those that a guide names. Names carry the hash of their source; `pictures.json` says where
 * each is and how large. A picture that is not there is left out: a test of the sources says so before.
 */
export async function buildPictures(root: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const found = await Promise.all(
    namedPictures.map(async (name) => ({
      name,
      sizes: await Promise.all(tops.map((top) => copyTop(root, out, name, top))),
    })),
  );
  const whole = found.filter(({ sizes }) => !sizes.includes(undefined));
  const list = Object.fromEntries(whole.map(({ name, sizes: [desk, phone] }) => [name, { desk, phone }]));
  await writeFile(join(out, 'pictures.json'), `${JSON.stringify(list, null, 2)}\n`);
  const files = whole.flatMap(({ sizes }) => sizes.flatMap((one) => (one ? [one.file] : [])));
  await removeStale(out, new Set(['pictures.json', ...files]));
}

interface Copied {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

async function copyTop(
  root: string,
  out: string,
  name: string,
  { width, most }: (typeof tops)[number],
): Promise<Copied | undefined> {
  const source = join(root, 'docs', 'screens', `${name}-${width}.png`);
  if (!existsSync(source)) return undefined;
  const bytes = await readFile(source);
  const hash = createHash('sha256').update(bytes).update(String(most)).digest('hex').slice(0, 8);
  const file = `${name}-${width}-${hash}.png`;
  const height = Math.min(bytes.readUInt32BE(20), most);
  if (!existsSync(join(out, file))) await writeFile(join(out, file), cropPng(bytes, most).bytes);
  return { file, width, height };
}

async function removeStale(out: string, keep: ReadonlySet<string>): Promise<void> {
  for (const file of await readdir(out)) {
    const path = join(out, file);
    if (!keep.has(file) && Date.now() - (await stat(path)).mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}
