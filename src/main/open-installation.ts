import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { createPool } from '#platform/db/database.ts';
import { type Config, keysFolder, StartRefusal } from './config.ts';
import type { RunSettings } from './run-settings.ts';
import { findKind } from './start/installation.ts';
import { appPassword } from './start/secrets.ts';
import { openPostgres } from './start/server-postgres.ts';

export interface Installation {
  readonly settings: RunSettings;
  /** Owner's pool, closed by `close`. */
  readonly owner: pg.Pool;
  readonly close: () => Promise<void>;
}

/** For commands beside a running program: refuses `not-running` when there is none, and starts nothing. */
export async function openInstallation(config: Config): Promise<Installation> {
  const postgres = openPostgres(config);
  if (postgres.embedded && !(await postgres.embedded.isRunning())) throw new StartRefusal('not-running');
  if (!config.appDatabaseUrl && !existsSync(join(keysFolder(config), 'motcua-app.key')))
    throw new StartRefusal('not-running');
  const owner = createPool({ connectionString: postgres.ownerUrl, max: 2 });
  const kind = await findKind(owner).catch(() => null);
  if (!kind) {
    await owner.end();
    throw new StartRefusal('not-running');
  }
  const appUrl = postgres.appUrl(appPassword(keysFolder(config)));
  return { settings: { config, appUrl, kind }, owner, close: () => owner.end() };
}
