import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runChild } from './child.ts';
import { openSurroundings } from './surroundings.ts';
import { watchProgram } from './watch-program.ts';
import { createWebServer } from './web-server.ts';
import { wire } from './wiring.ts';

await runChild('web', async (settings, log) => {
  const { config } = settings;
  await rm(join(config.dataDir, 'uploads'), { recursive: true, force: true }); // left by a kill
  const opened = await openSurroundings(settings, log, 'program');
  const application = await wire(opened.surroundings);
  const server = await createWebServer(application, opened.surroundings, config);
  const watch = watchProgram(opened.surroundings);
  await server.listen({ host: config.host.replace(/^\[|\]$/g, ''), port: config.port });
  log.info({ port: config.port }, 'listening');
  return async () => {
    await server.close();
    await watch.stop();
    await application.close();
    await opened.close();
  };
});
