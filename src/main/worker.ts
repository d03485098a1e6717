import { createPool } from '#platform/db/database.ts';
import { runJobs } from '#platform/jobs/run-jobs.ts';
import { runChild } from './child.ts';
import { openSurroundings } from './surroundings.ts';
import { watchProgram } from './watch-program.ts';
import { wire } from './wiring.ts';

await runChild('worker', async (settings, log) => {
  const opened = await openSurroundings(settings, log, 'program', 4);
  const application = await wire(opened.surroundings);
  const queue = createPool({
    connectionString: settings.appUrl,
    max: 5,
    plainTypes: true,
    onError: (error) => log.warn({ error }, 'a connection of the queue ended'),
  });
  const running = await runJobs(queue, application.jobs, log);
  const watch = watchProgram(opened.surroundings);
  let stopping = false;
  running.finished.catch((error: unknown) => {
    if (stopping) return;
    log.error({ error }, 'the queue ended');
    process.exit(1); // the supervisor starts it again
  });
  return async () => {
    stopping = true;
    await watch.stop();
    await running.stop();
    await queue.end();
    await application.close();
    await opened.close();
  };
});
