import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '../../outside/installation.ts';
import { memoryOf, openFilesOf, type Part, parts, processesOf } from '../../outside/process-facts.ts';

/** How it stands at one moment. */
export interface Sample {
  readonly memory: Readonly<Record<Part, number>>;
  readonly openFiles: Readonly<Record<Part, number>>;
  readonly connections: number;
  /** Copies of uploads that nobody has cleared away. */
  readonly uploads: number;
}

export async function takeSample(installation: Installation): Promise<Sample> {
  const processes = processesOf(installation);
  const each = (measure: (pids: readonly number[]) => number) =>
    Object.fromEntries(parts.map((part) => [part, measure(processes[part])])) as Record<Part, number>;
  const [row] = await installation.rows<{ connections: number }>(
    `select count(*)::int as connections from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  const uploads = join(installation.dataDir, 'uploads');
  return {
    memory: each(memoryOf),
    openFiles: each(openFilesOf),
    connections: row?.connections ?? 0,
    uploads: existsSync(uploads) ? readdirSync(uploads).length : 0,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The second and the last quarter of the time: the first is for warming up. */
export function quarters<T>(samples: readonly T[]): {
  readonly second: readonly T[];
  readonly last: readonly T[];
} {
  const quarter = Math.floor(samples.length / 4);
  return { second: samples.slice(quarter, 2 * quarter), last: samples.slice(-quarter) };
}
