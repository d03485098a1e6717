import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Copied, CopiedParts } from './copied.ts';
import { copyDurably, makeFolder } from './durable-copy.ts';

/** Copies a small folder as it is, to `<to>/<name>`; files that vanish meanwhile are not missed. */
export async function copyFolder(from: string, to: string, name: string, stop: AbortSignal): Promise<Copied> {
  const parts = new CopiedParts();
  await makeFolder(join(to, name));
  parts.folders.push(name);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const path = `${name}/${entry.name}`;
    if (entry.isDirectory()) {
      const inner = await copyFolder(join(from, entry.name), to, path, stop);
      parts.sums.push(...inner.sums);
      parts.folders.push(...inner.folders);
      parts.bytes += inner.bytes;
    } else if (entry.isFile()) {
      const copied = await copyDurably(join(from, entry.name), join(to, path), stop);
      if (copied) parts.add(path, copied);
    }
  }
  return parts;
}
