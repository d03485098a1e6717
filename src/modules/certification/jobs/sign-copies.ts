import { z } from 'zod';
import { type PaperDeps, signPaperPdf } from '#modules/documents/index.ts';
import { type Job, job } from '#platform/jobs/job.ts';

export const SIGN_COPIES = 'certification-sign-copies';

/** After the signature: the electronic copy is drawn, its scan put behind it, PAdES-signed and kept. */
export function signCopies(papers: PaperDeps): Job {
  return job({
    name: SIGN_COPIES,
    payload: z.object({ paperIds: z.array(z.uuid()) }),
    run: async ({ paperIds }) => {
      for (const id of paperIds) await signPaperPdf(papers, id);
    },
  });
}
