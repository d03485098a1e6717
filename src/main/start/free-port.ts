import { createServer } from 'node:net';
import { StartRefusal } from '../config.ts';

/** Tries the address for three seconds: the programs of a killed start may need a moment to let go of it. */
export async function checkPort(host: string, port: number, tries = 6): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const code = await tryListen(host, port);
    if (code === undefined) return;
    if (code === 'EACCES') throw new StartRefusal('port-forbidden', { port });
    if (code !== 'EADDRINUSE') throw new StartRefusal('host-wrong', { host });
    if (attempt >= tries) throw new StartRefusal('port-taken', { port });
    await new Promise((wake) => setTimeout(wake, 500));
  }
}

function tryListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'unknown'));
    server.listen({ host: host.replace(/^\[|\]$/g, ''), port, exclusive: true }, () =>
      server.close(() => done(undefined)),
    );
  });
}
