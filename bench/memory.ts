import type { Installation } from '../outside/installation.ts';
import { type Part, pssOf } from './processes.ts';

/** The highest memory of every part since it was opened; looking costs some milliseconds of both cores. */
export interface MemoryWatch {
  pause(): void;
  goOn(): void;
  end(): ReadonlyMap<Part, number>;
}

const EVERY_MS = 500;

export function watchMemory(installation: Installation): MemoryWatch {
  const highest = new Map<Part, number>();
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    for (const [part, mb] of pssOf(installation.running.process.pid ?? 0, installation.postgresPid()))
      highest.set(part, Math.max(mb, highest.get(part) ?? 0));
  };
  const pause = () => {
    clearInterval(timer);
    look();
  };
  const goOn = () => {
    look();
    timer = setInterval(look, EVERY_MS);
  };
  const end = () => {
    pause();
    return highest;
  };
  goOn();
  return { pause, goOn, end };
}
