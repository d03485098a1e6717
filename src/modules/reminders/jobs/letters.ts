import { z } from 'zod';
import { instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { sendLetter } from '../actions/send-letter.ts';
import { SEND_LETTER, writeLetters } from '../actions/write-letters.ts';
import type { MailDeps, ReminderDeps } from '../deps.ts';
import { deleteOld } from '../store/letters.ts';

/** At 07:05 in Viet Nam, after the look of 07:00: what is new since the morning before. */
export function writeDigests(deps: MailDeps): Job {
  return job({
    name: 'reminders-write-digests',
    cron: '5 0 * * *',
    catchUp: true,
    queue: 'reminders',
    payload: z.object({}),
    run: async () => {
      await writeLetters(deps, 'daily');
    },
  });
}

/** One letter; a server that is away delays letters, nothing else. */
export function sendLetterJob(deps: MailDeps): Job {
  return job({
    name: SEND_LETTER,
    queue: 'mail',
    payload: z.object({ id: z.uuid() }),
    run: async ({ id }) => {
      await sendLetter(deps, id);
    },
  });
}

const KEPT_MS = 90 * 24 * 3_600_000;

export function forgetReminders({ db, clock }: Pick<ReminderDeps, 'db' | 'clock'>): Job {
  return job({
    name: 'reminders-forget',
    cron: '50 18 * * *',
    catchUp: true,
    queue: 'reminders',
    payload: z.object({}),
    run: () => deleteOld(db, instantOfMs(msOfInstant(clock.now()) - KEPT_MS)),
  });
}
