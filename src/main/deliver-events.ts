import { z } from 'zod';
import type { Instant } from '#kernel/instant.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { DOMAIN_EVENT_JOB } from '#platform/jobs/publish.ts';

const event = z.object({
  type: z.string(),
  at: z.string().transform((text) => text as Instant),
  payload: z.record(z.string(), z.unknown()),
});

/** Turns one domain event into one job a subscriber, so that each is tried again on its own. */
export function deliverEvents(db: Database, table: Readonly<Record<string, readonly string[]>>): Job {
  return job({
    name: DOMAIN_EVENT_JOB,
    payload: event,
    run: async (told, { jobId }) => {
      await inTransaction(db, async (tx) => {
        for (const name of table[told.type] ?? []) await enqueue(tx, name, told, { key: `${name}:${jobId}` });
      });
    },
  });
}
