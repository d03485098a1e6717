import { parseArgs } from 'node:util';
import { machineClock } from '#platform/clock.ts';
import { createDatabase } from '#platform/db/database.ts';
import { moveLegalClockForward } from '#platform/legal-clock.ts';
import { StartRefusal } from '../config.ts';
import { environmentConfig } from '../environment.ts';
import { openInstallation } from '../open-installation.ts';
import type { Say } from '../say.ts';
import type { Command } from './command.ts';
import { readClock } from './start.ts';

const usage = `./motcua demo clock 2022-07-26T08:00 [--english]

Moves the legal clock of a running demo forward; it never goes back. The pages follow within seconds.`;

async function run(args: readonly string[], say: Say): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [what, ...rest] = positionals;
  const moment = rest.at(-1);
  if (what !== 'clock' || moment === undefined) {
    say.plain(usage);
    return 2;
  }
  const to = readClock(moment);
  const { settings, owner, close } = await openInstallation(environmentConfig());
  try {
    if (settings.kind !== 'demo') throw new StartRefusal('not-a-demo');
    const moved = await moveLegalClockForward(createDatabase(owner), machineClock, to);
    if (moved.kind !== 'set') {
      const latest = moved.latest.slice(0, 16);
      throw new StartRefusal('clock-backwards', { latest, wanted: to.slice(0, 16), year: to.slice(0, 4) });
    }
    say.line('main.demo.clock-moved', { now: to.slice(0, 16).replace('T', ' ') });
    return 0;
  } finally {
    await close();
  }
}

export const demo: Command = { usage, run };
