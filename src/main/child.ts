import { join } from 'node:path';
import { isOutage } from '#platform/db/outage.ts';
import { createLog, type Log } from '#platform/log/log.ts';
import { type RunSettings, readRunSettings } from './run-settings.ts';

/** What a child tells the supervisor. */
export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly code: string }
  /** Only the supervisor knows the owner's connection: it runs the backup, by the setting in the database. */
  | { readonly type: 'backup-due' };

/**
 * Life of web and worker under the supervisor: they say when they are ready, end on its word, and end by
 * themselves when it is gone (kill -9 closes the channel). Ctrl-C reaches the whole group: only the
 * supervisor answers it.
 */
export async function runChild(
  program: string,
  begin: (settings: RunSettings, log: Log) => Promise<() => Promise<void>>,
): Promise<void> {
  const settings = readRunSettings(process.env);
  const log = createLog({ program, file: join(settings.config.dataDir, 'logs', `${program}.log`) });
  process.on('SIGINT', () => {});
  process.on('uncaughtException', (error) => die(log, error));
  process.on('unhandledRejection', (error) => die(log, error));
  try {
    const end = await begin(settings, log);
    let stopping = false;
    const stop = () => {
      if (!stopping) void finish(end, log);
      stopping = true;
    };
    process.on('SIGTERM', stop);
    process.on('disconnect', stop);
    process.on('message', (message) => {
      if (message === 'stop') stop();
    });
    if (process.connected === false)
      stop(); // it went while we began
    else tell({ type: 'ready' });
  } catch (error) {
    log.fatal({ error }, 'did not start');
    tell({ type: 'failed', code: String((error as NodeJS.ErrnoException).code ?? 'unknown') });
    process.exit(1);
  }
}

async function finish(end: () => Promise<void>, log: Log): Promise<void> {
  const limit = setTimeout(() => process.exit(1), 12_000);
  try {
    await end();
    log.info('stopped');
    process.exit(0);
  } catch (error) {
    log.error({ error }, 'did not stop cleanly');
    process.exit(1);
  } finally {
    clearTimeout(limit);
  }
}

/** The queue lets go of what fails while PostgreSQL is away: the supervisor starts us again, and that is all. */
function die(log: Log, error: unknown): void {
  if (isOutage(error)) log.error({ error }, 'PostgreSQL went away: the program ends to be started again');
  else log.fatal({ error }, 'a bug ended the program');
  process.exit(1);
}

/** Asks the supervisor for a backup; it sees to it that one runs at a time. */
export function askForBackup(): void {
  tell({ type: 'backup-due' });
}

function tell(message: ChildMessage): void {
  process.send?.(message, () => {}); // a supervisor that is gone is noticed by its channel
}
