import type { Installation } from '../outside/installation.ts';

/** The worker stands still until it is let go: what the others do is then measured without it. */
export function freeze(installation: Installation): () => void {
  const pid = installation.pidOf('worker');
  if (pid === undefined) throw new Error('there is no worker');
  process.kill(pid, 'SIGSTOP');
  return () => {
    try {
      process.kill(pid, 'SIGCONT');
    } catch {
      // it is gone
    }
  };
}

const LONGEST_MS = 120_000;

const waiting = `select count(*)::int as n from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier not like 'cron%'`;
const signed = `select count(*)::int as n from documents.paper where signed_pdf_sha256 is not null`;

const count = async (installation: Installation, text: string) =>
  (await installation.rows<{ n: number }>(text))[0]?.n ?? 0;
const pause = () => new Promise((wake) => setTimeout(wake, 200));

/** Until the worker has nothing to do: what is measured next is measured without it. */
export async function untilItRests(installation: Installation): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  while ((await count(installation, waiting)) > 0) {
    if (performance.now() > until) throw new Error('the worker does not come to an end');
    await pause();
  }
}

/** Lets the worker go and waits until nothing waits for it; answers papers, rendered and signed, a second. */
export async function signedASecond(
  installation: Installation,
  thaw: () => void,
): Promise<{ readonly papers: number; readonly aSecond: number }> {
  const before = await count(installation, signed);
  const started = performance.now();
  thaw();
  let last = started;
  let papers = 0;
  while ((await count(installation, waiting)) > 0) {
    const now = (await count(installation, signed)) - before;
    if (now > papers) last = performance.now();
    papers = now;
    if (performance.now() - last > LONGEST_MS) throw new Error('the worker signs nothing for two minutes');
    await pause();
  }
  papers = (await count(installation, signed)) - before;
  return { papers, aSecond: papers / ((performance.now() - started) / 1000) };
}
