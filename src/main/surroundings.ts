import { join } from 'node:path';
import type pg from 'pg';
import { machineClock } from '#platform/clock.ts';
import { createDatabase, createPool } from '#platform/db/database.ts';
import { createRateLimit } from '#platform/http/rate-limit.ts';
import { type LegalClock, openLegalClock, REFRESH_MS } from '#platform/legal-clock.ts';
import type { Log } from '#platform/log/log.ts';
import { openMail } from '#platform/mail/mail.ts';
import { createRandom } from '#platform/random/random.ts';
import type { Surroundings } from './application.ts';
import { mailServerOf } from './mail-config.ts';
import { programFolder } from './root.ts';
import type { RunSettings } from './run-settings.ts';

export interface Opened {
  readonly surroundings: Surroundings;
  readonly close: () => Promise<void>;
}

/** Opens database and clocks for a program; `close` gives everything back. */
/** `role`: web and worker record how far legal time has gone; a command beside them only reads. */
export async function openSurroundings(
  settings: RunSettings,
  log: Log,
  role: 'program' | 'command',
  max = 10,
): Promise<Opened> {
  const pool = createPool({
    connectionString: settings.appUrl,
    max,
    onError: (error) => log.warn({ error }, 'a connection of the database ended'),
  });
  const db = createDatabase(pool);
  const legalClock = await openLegalClock(db, machineClock, role === 'program');
  const refresh = setInterval(() => {
    legalClock.refresh().catch((error: unknown) => log.warn({ error }, 'the legal clock was not refreshed'));
  }, REFRESH_MS);
  const { config, kind } = settings;
  const surroundings: Surroundings = {
    db,
    kind,
    legalClock,
    machineClock,
    random: createRandom(),
    rateLimit: createRateLimit(db, machineClock),
    log,
    publicUrl: config.publicUrl,
    dataDir: config.dataDir,
    tlsCertFile: config.tls?.certFile ?? null,
    mail: config.mail ? openMail(mailServerOf(config.mail), Date.now) : null,
    keysFolder: join(config.dataDir, 'keys'),
    assetsFolder: join(programFolder(), 'assets'),
  };
  return { surroundings, close: () => closeAll(refresh, legalClock, pool) };
}

async function closeAll(refresh: NodeJS.Timeout, clock: LegalClock, pool: pg.Pool): Promise<void> {
  clearInterval(refresh);
  await clock.release().catch(() => {}); // without the database the lease simply runs out
  await pool.end();
}
