import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The programs; each becomes `<name>.js` beside its source map. */
const programs = {
  cli: 'src/main/cli.ts',
  web: 'src/main/web.ts',
  worker: 'src/main/worker.ts',
  'render-process': 'src/platform/papers/render-process.ts',
} as const;

export async function buildPrograms(root: string, out: string): Promise<void> {
  const entryPoints = Object.entries(programs)
    .filter(([, source]) => existsSync(join(root, source)))
    .map(([name, source]) => ({ in: join(root, source), out: name }));
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  });
}
