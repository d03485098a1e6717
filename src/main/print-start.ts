import type { Log } from '#platform/log/log.ts';
import type { RunSettings } from './run-settings.ts';
import type { Say } from './say.ts';
import { listSignIns } from './sign-ins.ts';
import { openSurroundings } from './surroundings.ts';
import { version } from './version.ts';

/** What a start tells: that it begins, and, when all stands, the address and who may sign in. */
export function createPrinter(say: Say) {
  return {
    welcome: () => say.line('main.start.welcome', { version: version() }),
    ready: async (settings: RunSettings, log: Log) => {
      const { surroundings, close } = await openSurroundings(settings, log, 'command', 1);
      try {
        const now = surroundings.legalClock.now().slice(0, 16).replace('T', ' ');
        const { demo, administratorLink } = await listSignIns(surroundings);
        say.line('main.start.ready', { url: settings.config.publicUrl });
        say.line(`main.start.kind-${settings.kind}`, { now });
        if (demo.length > 0) say.line('main.start.sign-ins');
        for (const line of demo) say.plain(`  ${line}`);
        if (administratorLink) {
          say.line('main.start.administrator');
          say.plain(`  ${settings.config.publicUrl}${administratorLink}`);
        }
        say.line('main.start.how-to-stop');
      } finally {
        await close();
      }
    },
  };
}
