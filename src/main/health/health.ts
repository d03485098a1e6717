import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { isBackupRunning } from '#platform/backup/backup-locks.ts';
import type { Clock, MachineClock } from '#platform/clock.ts';
import type { Queries } from '#platform/db/database.ts';
import { type QueueState, readQueueState } from '#platform/jobs/queue-state.ts';
import {
  type CertificateDates,
  listSigningDates,
  readCertificateDates,
} from '#platform/papers/certificate-dates.ts';
import { type BackupRecord, findLastWhole, listLatestBackups } from '../backup/backup-records.ts';
import { type BackupSetting, readBackupSetting } from '../backup/backup-setting.ts';
import type { Kind } from '../start/installation.ts';
import { signingFolder } from '../start/secrets.ts';
import { version } from '../version.ts';
import { findEarlierSize } from './database-size.ts';
import { type Disk, readDisk } from './disk.ts';

export interface HealthDeps {
  readonly db: Queries;
  readonly legalClock: Clock;
  readonly machineClock: MachineClock;
  readonly kind: Kind;
  readonly dataDir: string;
  readonly keysFolder: string;
  readonly tlsCertFile?: string | null;
}

/** Facts about the installation as it is now; what they mean: judge.ts. */
export interface Health {
  readonly version: string;
  readonly kind: Kind;
  readonly database: {
    readonly server: string;
    readonly schema: string;
    readonly bytes: number;
    /** A server of its own (`DATABASE_URL`): its disk cannot be seen from here. */
    readonly apart: boolean;
    /** Where the server keeps this database: `pg_default`. */
    readonly tablespace: string;
    /** How large it was on an earlier day; null until one was noted. */
    readonly earlier: { readonly day: CivilDate; readonly bytes: number } | null;
  };
  readonly jobs: QueueState;
  readonly disk: Disk;
  readonly certificates: {
    readonly root: CertificateDates | null;
    readonly signers: readonly CertificateDates[];
    /** Of the https that the program speaks itself. */
    readonly tls: CertificateDates | null;
  };
  readonly backup: {
    readonly lastWhole: BackupRecord | null;
    /** Newest first. */
    readonly tries: readonly BackupRecord[];
    readonly schedule: BackupSetting;
    readonly running: boolean;
  };
  readonly clock: { readonly legal: Instant; readonly machine: Instant };
}

const TRIES = 10;

export async function readHealth(deps: HealthDeps): Promise<Health> {
  const { db, kind, keysFolder, tlsCertFile } = deps;
  const { root, signers } = await listSigningDates(signingFolder(keysFolder));
  return {
    version: version(),
    kind,
    database: await readDatabase(deps),
    jobs: await readQueueState(db),
    disk: await readDisk(deps.dataDir),
    certificates: { root, signers, tls: tlsCertFile ? await readCertificateDates(tlsCertFile) : null },
    backup: {
      lastWhole: (await findLastWhole(db)) ?? null,
      tries: await listLatestBackups(db, TRIES),
      schedule: await readBackupSetting(db),
      running: await isBackupRunning(db),
    },
    clock: { legal: deps.legalClock.now(), machine: deps.machineClock.now() },
  };
}

async function readDatabase({ db, dataDir, machineClock }: HealthDeps): Promise<Health['database']> {
  const { rows } = await sql<{ server: string; schema: string; bytes: string; tablespace: string }>`
    select current_setting('server_version') as server, pg_database_size(current_database())::text as bytes,
           (select max(name) from public.motcua_migration) as schema,
           (select t.spcname from pg_database d join pg_tablespace t on t.oid = d.dattablespace
             where d.datname = current_database()) as tablespace`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a database without an answer');
  return {
    server: row.server,
    schema: row.schema,
    bytes: Number(row.bytes),
    apart: !existsSync(join(dataDir, 'postgres', 'PG_VERSION')),
    tablespace: row.tablespace,
    earlier: (await findEarlierSize(db, dateOf(machineClock.now()))) ?? null,
  };
}
