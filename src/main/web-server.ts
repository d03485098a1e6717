import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createServer } from '#platform/http/server.ts';
import { noteWarning } from '#platform/warnings.ts';
import type { Application, Surroundings } from './application.ts';
import type { ServingConfig } from './config.ts';

async function warnOfProxy({ db, machineClock, log }: Surroundings): Promise<void> {
  log.warn('forwarded headers arrive, but TRUST_PROXY is not set: all visitors seem to have one address');
  try {
    await noteWarning(db, 'forwarded-not-trusted', machineClock.now());
  } catch (error) {
    log.warn({ error }, 'a warning was not kept');
  }
}

/** The web server of an application; it does not listen yet. */
export function createWebServer(
  application: Application,
  surroundings: Surroundings,
  config: ServingConfig,
): Promise<FastifyInstance> {
  const { words, sessions, routes, renderNotice } = application;
  const { legalClock, machineClock, random, rateLimit, log, assetsFolder, dataDir } = surroundings;
  return createServer({
    words,
    sessions,
    routes,
    renderNotice,
    legalClock,
    machineClock,
    random,
    rateLimit,
    log,
    assetsFolder,
    uploadFolder: join(dataDir, 'uploads'),
    publicUrl: config.publicUrl,
    secureCookies: config.secureCookies,
    trustProxy: config.trustProxy,
    onForwarded: () => void warnOfProxy(surroundings),
    paths: { signIn: '/dang-nhap', firstSteps: '/buoc-dau' },
    ...(config.tls
      ? { tls: { cert: readFileSync(config.tls.certFile), key: readFileSync(config.tls.keyFile) } }
      : {}),
  });
}
