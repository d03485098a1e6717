import { type CronItem, Logger, parseCronItems, run, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '#platform/log/log.ts';
import { passing } from '../passing.ts';
import type { Job } from './job.ts';
import { becomeOnlyWorker } from './only-worker.ts';

export interface RunningJobs {
  /** Waits for the jobs that are running; what waits stays in the queue. */
  stop(): Promise<void>;
  /** Rejects when the runner itself dies, or is not the only one any more. */
  readonly finished: Promise<void>;
}

/** An office's machine may be off at night or for a holiday. A day and a bit: the last moment that was missed. */
const CATCH_UP_MS = 25 * 3_600_000;

function cronItem({ name, queue, catchUp }: Job, match: string): CronItem {
  const options = {
    jobKey: name,
    ...(queue ? { queueName: queue } : {}),
    ...(catchUp ? { backfillPeriod: CATCH_UP_MS } : {}),
  };
  return { task: name, match, options };
}

/**
 * Runs the queue as motcua_app until it is stopped, once no other worker does. The pool has plain types, else nothing is
 * caught up, and a connection more than the queue needs.
 */
export async function runJobs(pool: pg.Pool, jobs: readonly Job[], log: Log): Promise<RunningJobs> {
  const tasks: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload, helpers) => {
        const stored = job.cron ? {} : payload;
        passing('jobs/begun');
        await job.run(stored, { jobId: helpers.job.id, attempt: helpers.job.attempts });
        passing('jobs/done');
        log.info({ job: job.name, id: helpers.job.id }, 'done');
      },
    ]),
  );
  const cron = jobs.flatMap((job) => (job.cron ? [cronItem(job, job.cron)] : []));
  const only = await becomeOnlyWorker(pool);
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    parsedCronItems: parseCronItems(cron),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'error' || level === 'warning')
        log[level === 'error' ? 'error' : 'warn']({ error: meta?.['error'] }, withoutValues(message));
    }),
  });
  const stop = async () => {
    await runner.stop();
    only.release();
  };
  return { stop, finished: Promise.race([runner.promise, only.lost]) };
}

/** The queue's messages quote errors of tasks, and those may quote a row: only the first words are kept. */
function withoutValues(message: string): string {
  return message.split(/[:(]/, 1)[0]?.slice(0, 120) ?? '';
}
