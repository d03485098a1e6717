import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLog } from '#platform/log/log.ts';
import { accessTable as tableOf } from '../access-rows.ts';
import { environmentConfig } from '../environment.ts';
import { openInstallation } from '../open-installation.ts';
import { projectRoot } from '../root.ts';
import { openSurroundings } from '../surroundings.ts';
import { wire } from '../wiring.ts';
import type { Command } from './command.ts';

const usage = `./motcua access-table [--write]

Prints the table of every route and every role; --write puts it into docs/access.md. Needs a running installation.`;

export const accessTable: Command = {
  usage,
  run: async (args, say) => {
    const { values } = parseArgs({
      args: [...args],
      options: { write: { type: 'boolean', default: false } },
    });
    const installation = await openInstallation(environmentConfig());
    const log = createLog({ program: 'access-table', level: 'silent' });
    const opened = await openSurroundings(installation.settings, log, 'command', 1);
    try {
      const application = await wire(opened.surroundings);
      const table = tableOf(application.routes);
      await application.close();
      if (values.write) writeFileSync(join(projectRoot(), 'docs', 'access.md'), table);
      else say.plain(table);
      return 0;
    } finally {
      await opened.close();
      await installation.close();
    }
  },
};
