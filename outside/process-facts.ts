import { readdirSync, readFileSync } from 'node:fs';
import type { Installation } from './installation.ts';
import { childrenOf } from './running.ts';

/**
 * Memory of processes in bytes: what they share is divided among those who share it (PSS). Without the buffers of
 * PostgreSQL, whose size is set beforehand and which fill as more is read.
 */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + pssOf(pid), 0);
}

function pssOf(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kilobytes = (field: string) =>
      Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0);
    return (kilobytes('Pss') - kilobytes('Pss_Shmem')) * 1024;
  } catch {
    return 0; // it has ended
  }
}

/** Open files and sockets of processes. */
export function openFilesOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      return sum + readdirSync(`/proc/${pid}/fd`).length;
    } catch {
      return sum;
    }
  }, 0);
}

export const parts = ['start', 'web', 'worker', 'papers', 'postgres'] as const;
export type Part = (typeof parts)[number];

/** The processes of each part of an installation. */
export function processesOf(installation: Installation): Readonly<Record<Part, readonly number[]>> {
  const start = installation.running.process.pid ?? 0;
  const [web, worker] = [installation.pidOf('web'), installation.pidOf('worker')];
  const programs = [web, worker].filter((pid) => pid !== undefined);
  return {
    start: [start],
    web: web === undefined ? [] : [web],
    worker: worker === undefined ? [] : [worker],
    papers: programs.flatMap((pid) => childrenOf(pid, 'render-process')),
    postgres: installation.postgresPids(),
  };
}
