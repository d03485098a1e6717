import type pg from 'pg';

/** After a restore: jobs that ran when the backup was made are nobody's; they run again, as every job may. */
export async function unlockJobs(owner: pg.Pool): Promise<void> {
  await owner.query(
    `select graphile_worker.force_unlock_workers(array(
       select locked_by from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`,
  );
}
