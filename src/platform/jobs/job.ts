import type { z } from 'zod';

/** What a job knows while it runs. */
export interface JobRun {
  readonly jobId: string;
  /** 1 at the first try. */
  readonly attempt: number;
}

/**
 * Work outside of a request. Every job may run twice and is tried again when it throws, with growing pauses.
 * `cron` is five fields in UTC (Viet Nam is UTC+7: `0 17 * * *` is midnight there).
 */
export interface Job {
  readonly name: string;
  readonly cron?: string;
  /** A job of every day: when its moment passed while nothing ran it is done at the next start. */
  readonly catchUp?: true;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  readonly run: (payload: unknown, run: JobRun) => Promise<void>;
}

export interface JobDefinition<P> extends Omit<Job, 'run'> {
  readonly payload: z.ZodType<P>;
  readonly run: (payload: P, run: JobRun) => Promise<void>;
}

/** Declares a job; what was stored is parsed again before it runs. A cron job gets `{}`. */
export function job<P>({ payload: schema, run, ...rest }: JobDefinition<P>): Job {
  return { ...rest, run: (stored, info) => run(schema.parse(stored), info) };
}
