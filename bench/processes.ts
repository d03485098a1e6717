import { readdirSync, readFileSync } from 'node:fs';

/** The processes of an installation, by what they are. */
export type Part = 'start' | 'web' | 'worker' | 'papers' | 'postgresql';

interface Found {
  readonly pid: number;
  readonly parent: number;
  readonly line: string;
  readonly cpuMs: number;
}

const TICK_MS = 10; // USER_HZ is 100 on every Linux that runs Node

function allProcesses(): Found[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const after = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const cpuMs = (Number(after[11]) + Number(after[12])) * TICK_MS;
        return [{ pid: Number(name), parent: Number(after[1]), line, cpuMs }];
      } catch {
        return []; // ended while we looked
      }
    });
}

/** `start` is the process of `./motcua start`, `postmaster` that of PostgreSQL. */
export function partsOf(start: number, postmaster: number): Map<Part, Found[]> {
  const all = allProcesses();
  const children = (of: number, text: string) =>
    all.filter((one) => one.parent === of && one.line.includes(text));
  const web = children(start, 'web.js');
  const worker = children(start, 'worker.js');
  const papers = worker.flatMap(({ pid }) => children(pid, 'render-process.js'));
  const webPapers = web.flatMap(({ pid }) => children(pid, 'render-process.js'));
  return new Map<Part, Found[]>([
    ['start', all.filter((one) => one.pid === start)],
    ['web', web],
    ['worker', worker],
    ['papers', [...papers, ...webPapers]],
    ['postgresql', all.filter((one) => one.pid === postmaster || one.parent === postmaster)],
  ]);
}

/** Processor time so far; of PostgreSQL only what processes that still run have used. */
export function cpuOf(start: number, postmaster: number): Map<Part, number> {
  const sum = (found: Found[]) => found.reduce((so, one) => so + one.cpuMs, 0);
  return new Map([...partsOf(start, postmaster)].map(([part, found]) => [part, sum(found)]));
}

/** Proportional set size in MB: shared pages are divided among those who share them. */
export function pssOf(start: number, postmaster: number): Map<Part, number> {
  const pss = ({ pid }: Found) => {
    try {
      const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  const sum = (found: Found[]) => found.reduce((so, one) => so + pss(one), 0);
  return new Map([...partsOf(start, postmaster)].map(([part, found]) => [part, sum(found)]));
}
