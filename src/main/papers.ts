import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type PaperDeps, signPaperPdf } from '#modules/documents/index.ts';
import type { LongPapers } from '#modules/dossiers/index.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { createPaperRenderer, type PaperRenderer } from '#platform/papers/renderer.ts';
import type { SigningKeys } from '#platform/papers/signing-keys.ts';
import type { Surroundings } from './application.ts';
import { programFolder, projectRoot } from './root.ts';

/** The typesetter of this program; whoever opens it closes it. */
export function openRenderer(timeoutMs?: number): PaperRenderer {
  const bundled = join(programFolder(), 'render-process.js');
  const source = join(projectRoot(), 'src/platform/papers/render-process.ts');
  return createPaperRenderer({
    templates: join(projectRoot(), 'templates'),
    entry: existsSync(bundled) ? bundled : source,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
}

/** Where papers are drawn, signed and kept. */
export async function openPapers(around: Surroundings, signingKeys: SigningKeys): Promise<PaperDeps> {
  return {
    db: around.db,
    files: await openFileStore(join(around.dataDir, 'files')),
    renderer: openRenderer(),
    signingKeys,
    machineMs: () => Date.now(),
  };
}

const decided = z.object({ payload: z.object({ paperIds: z.array(z.string()) }) });

/** Long papers have a process of their own for the time: nothing that somebody waits for is drawn behind them. */
export const longPapers: LongPapers = {
  mostLines: 5_000,
  draw: async (template, data) => {
    const renderer = openRenderer(600_000);
    try {
      return await renderer.render(template, data);
    } finally {
      await renderer.close();
    }
  },
};

/** After a decision: the result is drawn, PAdES-signed and kept, so that nobody who opens it has to wait. */
export function signResults(papers: PaperDeps): Job {
  return job({
    name: 'sign-results',
    payload: decided,
    run: async ({ payload }) => {
      for (const id of payload.paperIds) await signPaperPdf(papers, id);
    },
  });
}
