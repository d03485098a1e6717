import { basename, dirname } from 'node:path';
import { programOrigin, record } from '#modules/audit/index.ts';
import { endEverySession } from '#modules/identity/index.ts';
import type { Backup } from '#platform/backup/manifest.ts';
import { machineClock } from '#platform/clock.ts';
import { createDatabase, createPool, inTransaction } from '#platform/db/database.ts';
import { startLegalClock } from '#platform/legal-clock.ts';
import { createRandom } from '#platform/random/random.ts';
import { insertBackup } from './backup-records.ts';

/**
 * What of another day must not go on: sessions and one-time links. Legal time goes on from
 * the latest moment that the backup knows, never before it.
 */
export async function settleRestored(ownerUrl: string, backup: Backup): Promise<void> {
  const { startedAt, bytes, files } = backup.manifest;
  const owner = createPool({ connectionString: ownerUrl, max: 2 });
  try {
    const db = createDatabase(owner);
    const clock = await startLegalClock(db, machineClock, null);
    const machineNow = machineClock.now();
    const origin = programOrigin(clock.kind === 'set' ? clock.now : clock.latest, machineNow);
    const id = createRandom().uuid(machineClock.nowMs());
    await inTransaction(db, async (tx) => {
      await endEverySession(tx, origin);
      const subject = { kind: 'backup', id };
      await record(tx, { ...origin, action: 'main/restore', subject, result: 'allowed' });
    });
    // it is not in its own data: its row was written when it was whole
    await insertBackup(db, id, {
      startedAt,
      endedAt: startedAt,
      scheduled: false,
      parent: dirname(backup.folder),
      name: basename(backup.folder),
      bytes,
      files,
      problem: null,
      params: {},
    });
  } finally {
    await owner.end();
  }
}
