import { z } from 'zod';
import { type Job, job } from '#platform/jobs/job.ts';
import { PRINT_REGISTER } from '../actions/ask-for-print.ts';
import { makePrint, type PrintDeps } from '../actions/make-print.ts';

/** A month of a register on paper: one after the other, for a long one takes a core for some seconds. */
export function printRegisterJob(deps: PrintDeps): Job {
  return job({
    name: PRINT_REGISTER,
    payload: z.object({ id: z.uuid() }),
    run: ({ id }) => makePrint(deps, id),
  });
}
