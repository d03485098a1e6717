import { z } from 'zod';
import type { Instant } from '#kernel/instant.ts';
import type { Database } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import type { Random } from '#platform/random/random.ts';
import { noteAtWork } from '../actions/note-at-work.ts';

/** The health check of the program itself: every minute it is seen at work, or was away. */
export function watchProgram(
  deps: { readonly db: Database; readonly random: Random },
  now: () => { readonly legalNow: Instant; readonly machineNow: Instant },
): Job {
  return job({
    name: 'incidents-note-at-work',
    cron: '* * * * *',
    payload: z.object({}),
    run: () => noteAtWork(deps, now()),
  });
}
