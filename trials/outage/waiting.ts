import type { Installation } from '../../outside/installation.ts';
import type { TrialRun } from '../trial.ts';

export const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** Until it is so; answers after how many seconds. A problem, and undefined, when it never is. */
export async function until(
  run: TrialRun,
  what: string,
  limitMs: number,
  isSo: () => Promise<boolean>,
): Promise<string | undefined> {
  const begun = performance.now();
  while (!(await isSo().catch(() => false))) {
    if (performance.now() - begun > limitMs) {
      run.problem(`${what}: not within ${limitMs / 1000} s`);
      return undefined;
    }
    await pause(100);
  }
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}

/** Every result that was signed has been drawn by the worker. */
export async function areResultsDrawn(installation: Installation, signed: number): Promise<boolean> {
  const [row] = await installation.rows<{ drawn: number }>(
    `select count(p.signed_pdf_sha256)::int as drawn
       from documents.signature s join documents.paper p on p.id = s.paper_id`,
  );
  return row?.drawn === signed;
}
