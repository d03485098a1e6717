import pg from 'pg';
import type { Instant } from '#kernel/instant.ts';
import { programOrigin, record } from '#modules/audit/index.ts';
import { takeBackupLocks } from '#platform/backup/backup-locks.ts';
import { backupName } from '#platform/backup/backup-names.ts';
import { BackupProblem, explain } from '#platform/backup/problem.ts';
import { machineClock } from '#platform/clock.ts';
import { createDatabase, type Database } from '#platform/db/database.ts';
import { openLegalClock } from '#platform/legal-clock.ts';
import { createRandom } from '#platform/random/random.ts';
import { type Config, StartRefusal } from '../config.ts';
import { openInstallation } from '../open-installation.ts';
import { openPostgres } from '../start/server-postgres.ts';
import {
  type BackupPlace,
  clearPlace,
  finishPlace,
  openParent,
  openPlace,
  removeOld,
} from './backup-place.ts';
import { type BackupRecord, insertBackup } from './backup-records.ts';
import { checkBackup } from './check-backup.ts';
import { copyParts, type Source } from './copy-parts.ts';
import { gatherFacts } from './gather-facts.ts';

export interface BackupWish {
  readonly dir: string;
  readonly keysDir: string;
  /** How many are left afterwards; null: all. */
  readonly keep: number | null;
  readonly scheduled: boolean;
}

export interface MadeBackup {
  readonly folder: string;
  readonly keysFolder: string;
  readonly name: string;
  readonly bytes: number;
  readonly files: number;
  readonly removed: readonly string[];
}

interface Run extends Source {
  readonly db: Database;
  readonly wish: BackupWish;
  readonly startedAt: Instant;
  readonly legalTime: Instant;
}

/** Makes one whole, checked backup of the running installation, or none; either way it is recorded. */
export async function makeBackup(
  config: Config,
  wishFor: (db: Database) => Promise<BackupWish>,
  stop: AbortSignal,
): Promise<MadeBackup> {
  const installation = await openInstallation(config);
  const postgres = openPostgres(config);
  const owner = new pg.Client({ connectionString: postgres.ownerUrl, keepAlive: true });
  owner.on('error', () => {}); // told by the query that runs
  try {
    const db = createDatabase(installation.owner);
    const wish = await wishFor(db);
    await owner.connect();
    if (!(await takeBackupLocks(owner))) throw new BackupProblem('backup-running');
    const startedAt = machineClock.now();
    const legalTime = (await openLegalClock(db, machineClock, false)).now();
    return await recorded({ config, postgres, owner, db, wish, startedAt, legalTime }, stop);
  } finally {
    await owner.end().catch(() => {});
    await installation.close();
  }
}

type Result = Pick<BackupRecord, 'name' | 'bytes' | 'files' | 'problem' | 'params'>;

/** The log says that all of the data were copied, or what stood in the way. Older ones go when it is written down. */
async function recorded(run: Run, stop: AbortSignal): Promise<MadeBackup> {
  const { wish } = run;
  let made: Finished;
  try {
    made = await copyAndCheck(run, stop);
  } catch (error) {
    const told = explain(error, wish.dir);
    const known = told instanceof BackupProblem || told instanceof StartRefusal;
    const [problem, params] = known ? [told.key, told.params] : ['backup-bug', {}];
    const result = { name: null, bytes: null, files: null, problem, params };
    await writeDown(run, result).catch(() => {}); // the database may be what is away
    throw told;
  }
  const { place, installation, ...whole } = made;
  const { name, bytes, files } = whole;
  await writeDown(run, { name, bytes, files, problem: null, params: {} });
  const removed = wish.keep === null ? [] : await removeOld(place, installation, wish.keep);
  return { ...whole, removed };
}

async function writeDown({ db, wish, startedAt, legalTime }: Run, result: Result): Promise<void> {
  const endedAt = machineClock.now();
  const id = createRandom().uuid(machineClock.nowMs());
  const { scheduled, dir: parent } = wish;
  await insertBackup(db, id, { startedAt, endedAt, scheduled, parent, ...result });
  await record(db, {
    ...programOrigin(legalTime, endedAt),
    action: 'main/back-up',
    subject: { kind: 'backup', id },
    result: result.problem === null ? 'allowed' : 'refused',
    ...(result.problem === null ? {} : { reason: result.problem }),
  });
}

interface Finished extends Omit<MadeBackup, 'removed'> {
  readonly place: BackupPlace;
  readonly installation: string;
}

async function copyAndCheck(run: Run, stop: AbortSignal): Promise<Finished> {
  const { config, wish, startedAt, legalTime } = run;
  const parent = await openParent(wish.dir, config.dataDir);
  const keysParent = await openParent(wish.keysDir, config.dataDir);
  const facts = await gatherFacts(run.owner, { startedAt, legalTime });
  const { installation } = facts;
  const name = backupName(startedAt, installation);
  const place = await openPlace(name, installation, parent, keysParent);
  try {
    const written = await copyParts(run, place, facts, stop);
    await checkBackup(place, config, stop);
    return { ...(await finishPlace(place)), ...written, name, place, installation };
  } catch (error) {
    await clearPlace(place);
    throw error;
  }
}
