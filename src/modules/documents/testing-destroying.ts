import { sql } from 'kysely';
import type { TestDatabase } from '#platform/db/testing.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { destroyBytes } from './actions/erase-papers.ts';

/** Runs what the erasures so far have put into the queue. */
export async function destroyErased(db: TestDatabase, files: FileStore): Promise<void> {
  const { rows } = await sql<{ payload: unknown }>`
    select j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'documents-destroy-bytes' order by j.id`.execute(db.owner);
  const destroy = destroyBytes({ db: db.app, files });
  for (const { payload } of rows) await destroy.run(payload, { jobId: '1', attempt: 1 });
}
