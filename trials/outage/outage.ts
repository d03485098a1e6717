import type { Trial } from '../trial.ts';
import { tryDiskFull } from './disk-full.ts';
import { tryDatabaseAway } from './postgres-away.ts';

export const outage: Trial = {
  about: 'PostgreSQL, the worker and the room on the disk go away for a while and come back',
  run: async (run) => {
    await tryDatabaseAway(run);
    await tryDiskFull(run);
    run.leftOut('mail away: the program sends no mail, so there is none that could be away');
  },
};
