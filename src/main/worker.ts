import { runJobs } from '#platform/jobs/run-jobs.ts';
import { runChild } from './child.ts';
import { openSurroundings } from './surroundings.ts';
import { wire } from './wiring.ts';

await runChild('worker', async (settings, log) => {
  const opened = await openSurroundings(settings, log, 'program', 6);
  const application = await wire(opened.surroundings);
  const running = await runJobs(opened.pool, application.jobs, log);
  let stopping = false;
  running.finished.catch((error: unknown) => {
    if (stopping) return;
    log.error({ error }, 'the queue ended');
    process.exit(1); // the supervisor starts it again
  });
  return async () => {
    stopping = true;
    await running.stop();
    await application.close();
    await opened.close();
  };
});
