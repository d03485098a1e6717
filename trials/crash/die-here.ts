import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf } from '../../outside/running.ts';
import { armedFile, type Death } from './points.ts';

/**
 * Loaded into every process of an installation before the program (`node --import`): at a named place that is
 * armed the process ends as by `kill -9`, or PostgreSQL with all its processes. Each armed file counts once.
 */
const folder = process.env['MOTCUA_TRIAL_ARMED'] ?? '';
const left = new Map<string, number>();

subscribe('motcua:passing', (place) => {
  const file = armedFile(folder, String(place));
  if (!statSync(file, { throwIfNoEntry: false })) return;
  try {
    const { how, passings } = JSON.parse(readFileSync(file, 'utf8')) as Death;
    const still = left.get(file) ?? passings;
    left.set(file, still - 1);
    if (still > 0) return;
    const processes = how === 'postgres' ? postgresProcesses() : []; // none there: it is not this one's death
    renameSync(file, `${file}.done`); // of two processes only one gets it
    left.delete(file);
    if (how === 'postgres') killAll(processes);
    else killMyself();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
});

function killMyself(): void {
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); // not one step further
}

function postgresProcesses(): number[] {
  const pidFile = join(process.env['DATA_DIR'] ?? '', 'postgres', 'postmaster.pid');
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  return [postmaster, ...childrenOf(postmaster, '')];
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // ended by itself meanwhile
    }
}
