import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { programFolder } from '../root.ts';

const STOP_MS = 15_000;

/**
 * Runs `./motcua backup --scheduled` beside the programs, with the owner's environment that they do not have. How
 * it went stands in the database.
 */
export class ScheduledBackup {
  readonly #onFailure: (code: number | null) => void;
  #child: ChildProcess | undefined;

  constructor(onFailure: (code: number | null) => void) {
    this.#onFailure = onFailure;
  }

  /** Does nothing while one runs. */
  begin(): void {
    if (this.#child) return;
    const child = fork(join(programFolder(), 'cli.js'), ['backup', '--scheduled'], { stdio: 'ignore' });
    this.#child = child;
    child.once('exit', (code) => {
      this.#child = undefined;
      if (code !== 0) this.#onFailure(code);
    });
  }

  /** One that runs gives up and takes back what it wrote. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.kill('SIGTERM');
    await gone;
    clearTimeout(limit);
  }
}
