import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCluster } from '#platform/db/cluster.ts';

/** A PostgreSQL that the program uses and neither starts nor brings back (`DATABASE_URL`). */
export interface ServerBeside {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

export async function startServerBeside(): Promise<ServerBeside> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-beside-'));
  chmodSync(folder, 0o755);
  const cluster = openCluster({ dir: join(folder, 'server', 'postgres') });
  await cluster.start();
  return {
    url: cluster.url('postgres'),
    start: () => cluster.start(),
    stop: () => cluster.stop(),
    remove: async () => {
      await cluster.stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
