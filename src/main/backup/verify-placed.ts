import { join } from 'node:path';
import { createPool } from '#platform/db/database.ts';
import { createLog } from '#platform/log/log.ts';
import type { Config } from '../config.ts';
import type { Kind } from '../start/installation.ts';
import { appPassword } from '../start/secrets.ts';
import { openSurroundings } from '../surroundings.ts';
import { type Verified, verifyAll } from '../verifications.ts';
import type { PlacedData } from './placed-data.ts';

/** What `./motcua verify` says about data that were built from a backup, with the rights of the programs. */
export async function verifyPlaced(
  { postgres }: PlacedData,
  place: string,
  config: Config,
  kind: Kind,
): Promise<Verified> {
  const password = appPassword(join(place, 'keys'));
  if (!config.appDatabaseUrl || postgres.embedded) await setPassword(postgres.ownerUrl, password);
  const settings = { config: { ...config, dataDir: place }, appUrl: postgres.appUrl(password), kind };
  const opened = await openSurroundings(
    settings,
    createLog({ program: 'verify', level: 'silent' }),
    'command',
    2,
  );
  try {
    return await verifyAll(opened.surroundings);
  } finally {
    await opened.close();
  }
}

/** As every start does. */
async function setPassword(ownerUrl: string, password: string): Promise<void> {
  const owner = createPool({ connectionString: ownerUrl, max: 1 });
  try {
    await owner.query(`alter role motcua_app login password '${password}'`);
  } finally {
    await owner.end();
  }
}
