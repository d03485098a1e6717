import type { Installation } from '../../outside/installation.ts';
import { childrenOf, eventually, isAlive } from '../../outside/running.ts';
import type { Seeded } from '../../outside/seeded.ts';

/** What is killed with -9; drawn as often as it stands here. */
const targets = [
  ...Array.from({ length: 6 }, () => 'web' as const),
  ...Array.from({ length: 4 }, () => 'worker' as const),
  ...Array.from({ length: 3 }, () => 'postmaster' as const),
  ...Array.from({ length: 3 }, () => 'postgres' as const),
  ...Array.from({ length: 3 }, () => 'backend' as const),
  'papers' as const,
  'start' as const,
  'everything' as const,
];
export type Target = (typeof targets)[number];

export function drawTarget(random: Seeded): Target {
  return random.pick(targets);
}

/** `backend`: one connection's process; `postgres`: the server with all its processes; `everything`: the machine. */
export async function kill(installation: Installation, target: Target, random: Seeded): Promise<void> {
  if (target === 'start' || target === 'everything') return killAndStart(installation, target);
  for (const pid of pidsOf(installation, target, random)) killOne(pid);
}

function pidsOf(installation: Installation, target: Target, random: Seeded): readonly number[] {
  switch (target) {
    case 'web':
    case 'worker':
      return [installation.pidOf(target) ?? 0];
    case 'papers': {
      const programs = [installation.pidOf('web'), installation.pidOf('worker')];
      return programs.flatMap((pid) => (pid ? childrenOf(pid, 'render-process') : []));
    }
    case 'postmaster':
      return postgresOf(installation).slice(0, 1);
    case 'backend': {
      const [postmaster = 0, ...children] = postgresOf(installation);
      const recovering = postmaster ? childrenOf(postmaster, RECOVERY) : [];
      const others = children.filter((pid) => !recovering.includes(pid));
      return random.shuffled(others).slice(0, 1);
    }
    default:
      return postgresOf(installation);
  }
}

const RECOVERY = 'postgres: startup';

/** The one process of PostgreSQL 18 without which it waits for ever: the program has to end it then. */
export async function killRecovery(installation: Installation): Promise<void> {
  const [postmaster = 0, ...children] = installation.postgresPids();
  for (const pid of children.slice(0, 1)) killOne(pid);
  await eventually(() => {
    const [recovering] = childrenOf(postmaster, RECOVERY);
    if (recovering === undefined) throw new Error('it does not recover yet');
    killOne(recovering);
  });
}

/** Nobody holds the data any more before the next start: as after a power cut, or a kill of the program alone. */
async function killAndStart(installation: Installation, target: 'start' | 'everything'): Promise<void> {
  const program = installation.running.process;
  const children = [installation.pidOf('web'), installation.pidOf('worker')].filter(
    (pid) => pid !== undefined,
  );
  program.kill('SIGKILL');
  if (target === 'everything') for (const pid of [...children, ...postgresOf(installation)]) killOne(pid);
  await installation.running.ended;
  await eventually(() => {
    if (children.some(isAlive)) throw new Error('a child is still there');
  });
  await installation.start();
}

function postgresOf(installation: Installation): readonly number[] {
  try {
    return installation.postgresPids();
  } catch {
    return []; // it was away already
  }
}

function killOne(pid: number): void {
  try {
    if (pid > 0) process.kill(pid, 'SIGKILL');
  } catch {
    // ended by itself meanwhile
  }
}
