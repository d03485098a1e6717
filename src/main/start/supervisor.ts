import { join } from 'node:path';
import { machineClock } from '#platform/clock.ts';
import { isDiskFull, isStartingUp } from '#platform/db/outage.ts';
import type { Log } from '#platform/log/log.ts';
import { type Config, StartRefusal } from '../config.ts';
import type { RunSettings } from '../run-settings.ts';
import type { Say } from '../say.ts';
import { bringBack } from './bring-back.ts';
import { checkPort } from './free-port.ts';
import { type InstanceLock, takeInstanceLock } from './instance-lock.ts';
import { prepareDatabase, type Wishes } from './prepare-database.ts';
import { type ProgramEvents, type Programs, startPrograms } from './programs.ts';
import { ScheduledBackup } from './scheduled-backup.ts';
import {
  checkGround,
  checkServer,
  openPostgres,
  type ServerPostgres,
  startEmbedded,
} from './server-postgres.ts';

/** Keeps PostgreSQL, web and worker running until it is told to stop. */
export class Supervisor {
  readonly #config: Config;
  readonly #say: Say;
  readonly #log: Log;
  readonly #postgres: ServerPostgres;
  #lock: InstanceLock | undefined;
  #programs: Programs | undefined;
  readonly #backup: ScheduledBackup;
  #startedPostgres = false;
  #stopping = false;

  constructor(config: Config, say: Say, log: Log) {
    this.#config = config;
    this.#say = say;
    this.#log = log;
    this.#postgres = openPostgres(config);
    this.#backup = new ScheduledBackup((code) => this.#backupFailed(code));
  }

  async start(wishes: Wishes): Promise<RunSettings> {
    await checkGround(this.#config, this.#postgres);
    try {
      const leftRunning = await this.#startPostgres();
      this.#lock = await this.#enter(isStartingUp);
      if (leftRunning) this.#say.line('main.start.taking-over');
      this.#startedPostgres = this.#postgres.embedded !== null;
      await checkPort(this.#config.host, this.#config.port);
      const settings = await prepareDatabase(this.#config, this.#postgres, wishes, this.#say);
      this.#programs = await startPrograms(['web', 'worker'], settings, this.#events());
      return settings;
    } catch (error) {
      await this.stop();
      throw isDiskFull(error) ? new StartRefusal('disk-full', { dir: this.#config.dataDir }) : error;
    }
  }

  #events(): ProgramEvents {
    return {
      restarted: (program) => {
        this.#log.warn({ program }, 'a program was started again');
        this.#say.line('main.start.program-restarted', { program });
      },
      backupDue: () => this.#backup.begin(),
    };
  }

  #backupFailed(code: number | null): void {
    if (this.#stopping) return;
    this.#log.error({ code }, 'the scheduled backup failed');
    this.#say.line('main.start.backup-failed');
  }

  /** True when it ran already: another start, or one that was killed; the lock will tell. */
  async #startPostgres(): Promise<boolean> {
    const { embedded } = this.#postgres;
    if (!embedded) {
      await checkServer(this.#postgres.ownerUrl);
      return false;
    }
    const running = await embedded.isRunning();
    if (embedded.majorOfData() === undefined)
      this.#say.line('main.start.making-database', { dir: this.#config.dataDir });
    this.#startedPostgres = !running; // one that runs is not ours before the lock is
    try {
      await startEmbedded(embedded);
    } catch (error) {
      this.#log.error({ error }, 'PostgreSQL did not start');
      if (isDiskFull(error)) throw error;
      throw new StartRefusal('postgres-failed', { file: join(embedded.dir, 'server.log') });
    }
    return running;
  }

  /** The lock's connection ended: PostgreSQL is away. Brings it back for as long as it takes. */
  async #recover(): Promise<void> {
    if (this.#stopping) return;
    this.#say.line('main.start.database-restarting');
    try {
      this.#lock = await this.#enter(() => !this.#stopping);
      this.#say.line('main.start.database-back');
    } catch (error) {
      this.#log.info({ error }, 'stopped while the database was away');
    }
  }

  /** Takes the lock as soon as the server lets us in. */
  #enter(mayWait: (error: unknown) => boolean): Promise<InstanceLock> {
    const { embedded, ownerUrl } = this.#postgres;
    return bringBack({
      server: {
        start: async () => embedded?.start(),
        end: async () => embedded?.stop('immediate'),
      },
      enter: () => takeInstanceLock(ownerUrl, () => void this.#recover()),
      mayWait,
      waiting: (error) => this.#log.warn({ error }, 'the database is not back yet'),
      nowMs: () => machineClock.nowMs(),
      pause: (ms) => new Promise((wake) => setTimeout(wake, ms)),
    });
  }

  /** Requests and jobs are finished, then PostgreSQL is shut down. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#programs?.stop();
    await this.#backup.stop();
    await this.#lock?.release();
    if (this.#startedPostgres) await this.#postgres.embedded?.stop('fast');
  }
}
