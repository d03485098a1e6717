import { z } from 'zod';
import { instantOfMs } from '#kernel/instant.ts';
import type { MachineClock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { deleteQuestions, QUESTION_KEPT_MS } from '../store/questions.ts';

/** The number asked about goes half an hour later; that it was asked stays in the log. */
export function forgetQuestions({ db, machineClock }: { db: Database; machineClock: MachineClock }): Job {
  return job({
    name: 'protection-forget-questions',
    cron: '*/10 * * * *',
    payload: z.object({}),
    run: () => deleteQuestions(db, instantOfMs(machineClock.nowMs() - QUESTION_KEPT_MS)),
  });
}
