import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { ChildMessage } from '../child.ts';
import { StartRefusal } from '../config.ts';
import { programFolder } from '../root.ts';
import { environmentOf, type RunSettings } from '../run-settings.ts';

const STOP_MS = 15_000;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Machines of a commune are small. Every thread that hashed a password kept its 19 MB, a source map takes 30 MB at
 * the first error (the programs are not minified: a trace names the functions), and without a limit the collector of
 * garbage lets 4 GB come near before it hurries.
 */
const SPARING = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: String(2 ** 20) };
const SPARING_FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=1024'];

export interface Programs {
  /** Waits until every program has finished what it was doing. */
  stop(): Promise<void>;
}

/** What the supervisor hears of its programs. */
export interface ProgramEvents {
  readonly restarted: (name: string) => void;
  readonly backupDue: () => void;
}

/** Runs web and worker in processes of their own and starts them again when they end by accident. */
export async function startPrograms(
  names: readonly string[],
  settings: RunSettings,
  events: ProgramEvents,
): Promise<Programs> {
  const keepers = names.map((name) => new Keeper(name, settings, events));
  const programs = { stop: async () => void (await Promise.all(keepers.map((keeper) => keeper.stop()))) };
  try {
    await Promise.all(keepers.map((keeper) => keeper.ready));
  } catch (error) {
    await programs.stop();
    throw error;
  }
  return programs;
}

class Keeper {
  readonly ready: Promise<void>;
  readonly #name: string;
  readonly #settings: RunSettings;
  readonly #events: ProgramEvents;
  readonly #firstReady = Promise.withResolvers<void>();
  #child: ChildProcess;
  #wasReady = false;
  #stopping = false;
  #pauseMs = 100;
  #waiting: NodeJS.Timeout | undefined;

  constructor(name: string, settings: RunSettings, events: ProgramEvents) {
    this.#name = name;
    this.#settings = settings;
    this.#events = events;
    this.ready = this.#firstReady.promise;
    this.#child = this.#start();
  }

  #start(): ChildProcess {
    const child = fork(join(programFolder(), `${this.#name}.js`), [], {
      env: { ...environmentOf(this.#settings), ...SPARING },
      execArgv: SPARING_FLAGS,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', (message) => this.#hear(message as ChildMessage));
    child.on('exit', () => this.#ended());
    return child;
  }

  #hear(message: ChildMessage): void {
    if (message.type === 'ready') {
      this.#wasReady = true;
      this.#pauseMs = 100;
      this.#firstReady.resolve();
    } else if (message.type === 'backup-due') {
      this.#events.backupDue();
    } else if (!this.#wasReady) {
      const { port, dataDir } = this.#settings.config;
      const taken = message.code === 'EADDRINUSE';
      this.#firstReady.reject(
        taken
          ? new StartRefusal('port-taken', { port })
          : new StartRefusal('program-failed', {
              program: this.#name,
              file: `${dataDir}/logs/${this.#name}.log`,
            }),
      );
    }
  }

  #ended(): void {
    if (this.#stopping) return;
    if (!this.#wasReady) {
      const file = `${this.#settings.config.dataDir}/logs/${this.#name}.log`;
      this.#firstReady.reject(new StartRefusal('program-failed', { program: this.#name, file }));
      return;
    }
    this.#waiting = setTimeout(() => {
      this.#child = this.#start();
      this.#events.restarted(this.#name);
    }, this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#waiting);
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    if (child.connected) child.send('stop');
    else child.kill('SIGTERM');
    await gone;
    clearTimeout(limit);
  }
}
