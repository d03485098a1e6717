import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openBareDatabase } from './bare-database.ts';
import { childrenOf, freePort, type Running, runProgram, startProgram } from './running.ts';

/** A started program with a data folder and a port of its own. */
export class Installation {
  readonly folder: string;
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly address: string;
  #running: Running | undefined;

  constructor(
    port: number,
    env: Readonly<Record<string, string>> = {},
    folder = mkdtempSync(join(tmpdir(), 'motcua-e2e-')),
  ) {
    this.folder = folder;
    this.dataDir = join(folder, 'data');
    chmodSync(folder, 0o755);
    this.env = { ...env, DATA_DIR: this.dataDir, PORT: String(port) };
    this.address = `http://localhost:${port}`;
  }

  get running(): Running {
    if (!this.#running) throw new Error('not started');
    return this.#running;
  }

  async start(...args: readonly string[]): Promise<void> {
    this.#running = startProgram(['start', ...args], { env: this.env });
    await this.#running.until('Press Ctrl-C');
  }

  async stop(): Promise<void> {
    this.#running?.process.kill('SIGTERM');
    await this.#running?.ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  command(...args: readonly string[]) {
    return runProgram(args, { env: this.env });
  }

  async verify(): Promise<{ readonly ok: boolean }> {
    return JSON.parse((await this.command('verify', '--json')).printed) as { ok: boolean };
  }

  pidOf(program: 'web' | 'worker'): number | undefined {
    return childrenOf(this.running.process.pid ?? 0, `${program}.js`)[0];
  }

  postgresPid(): number {
    return Number(readFileSync(join(this.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  }

  /** The server and all that it has started, the server first. */
  postgresPids(): number[] {
    const postmaster = this.postgresPid();
    return [postmaster, ...childrenOf(postmaster, '')];
  }

  /** Asks the database as its owner, around the program. */
  rows<T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return openBareDatabase(this.env).rows<T>(text, values);
  }
}

export async function newInstallation(env: Readonly<Record<string, string>> = {}): Promise<Installation> {
  return new Installation(await freePort(), env);
}

/** A demo of huyện Châu Thành on a Monday morning in 2022. */
export async function startedDemo(): Promise<Installation> {
  const installation = await newInstallation();
  await installation.start('--kind', 'demo', '--clock', '2022-07-25T08:00');
  return installation;
}
