import { noteAtWork, noteHealth } from '#modules/incidents/index.ts';
import type { Surroundings } from './application.ts';
import { isDiskFull, readDisk } from './health/disk.ts';

const EVERY_MS = 60_000;

export interface Watch {
  /** One look; never throws: what it finds is what it is for. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The health check of the program itself: every minute it says that it is at work, and records as an incident that it was away, that
 * its database was, or that the disk is full. Web and worker both do, so it goes on when one of them does not; together they
 * record nothing twice.
 */
export function watchProgram(
  surroundings: Pick<Surroundings, 'db' | 'random' | 'legalClock' | 'machineClock' | 'dataDir' | 'log'>,
): Watch {
  const { legalClock, machineClock, dataDir, log } = surroundings;
  let databaseWasAway = false;
  const now = () => ({ legalNow: legalClock.now(), machineNow: machineClock.now() });
  const look = async () => {
    try {
      await noteAtWork(surroundings, now(), databaseWasAway ? 'database-away' : 'program-away');
      databaseWasAway = false;
    } catch (error) {
      databaseWasAway = true;
      log.warn({ error }, 'the database could not be asked: the time until it can be is an incident');
      return;
    }
    try {
      await noteHealth(surroundings, 'disk', isDiskFull(await readDisk(dataDir)), now());
    } catch (error) {
      log.warn({ error }, 'the disk was not looked at');
    }
  };
  let running = look();
  const timer = setInterval(() => {
    running = running.then(look);
  }, EVERY_MS);
  return {
    look: () => {
      running = running.then(look);
      return running;
    },
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
