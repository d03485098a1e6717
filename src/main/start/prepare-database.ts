import { join } from 'node:path';
import type pg from 'pg';
import type { Instant } from '#kernel/instant.ts';
import { machineClock } from '#platform/clock.ts';
import { createDatabase, createPool } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { prepareJobs } from '#platform/jobs/prepare-jobs.ts';
import { type ClockSetting, startLegalClock } from '#platform/legal-clock.ts';
import { passing } from '#platform/passing.ts';
import { createRandom } from '#platform/random/random.ts';
import { forgetWarnings } from '#platform/warnings.ts';
import { appendOnly } from '../append-only.ts';
import { type Config, checkReach, keysFolder, StartRefusal } from '../config.ts';
import { loaders } from '../loaders.ts';
import { projectRoot } from '../root.ts';
import type { RunSettings } from '../run-settings.ts';
import type { Say } from '../say.ts';
import { DEMO_CLOCK, fillDemo, hasRoomForDemo } from './half-year.ts';
import { findKind, type Kind, settleKind } from './installation.ts';
import { checkRights } from './rights.ts';
import { appPassword, openEveryKey } from './secrets.ts';
import { loadSeeds } from './seeds.ts';
import type { ServerPostgres } from './server-postgres.ts';

export interface Wishes {
  readonly kind: Kind | null;
  readonly clock: Instant | null;
  /** So many dossiers of a half-year, where there are none yet; 0: none. */
  readonly halfYear: number;
  readonly askKind: () => Promise<Kind>;
  /** Obeyed while a half-year is made: then its reason is thrown and nothing of it is there. */
  readonly stop: AbortSignal;
}

/** Brings the database from whatever it is to what the programs need: structure, kind, clock, seeds, rights. */
export async function prepareDatabase(
  config: Config,
  postgres: ServerPostgres,
  wishes: Wishes,
  say: Say,
): Promise<RunSettings> {
  const random = createRandom();
  const owner = createPool({ connectionString: postgres.ownerUrl, max: 4 });
  try {
    await bringUpToDate(owner, say);
    passing('start/structure-made');
    // as long as no installation is written down nothing is sealed: later a missing key is a loss to be said
    await openEveryKey(keysFolder(config), random, (await findKind(owner)) === null);
    passing('start/keys-made');
    const password = appPassword(keysFolder(config));
    await prepareJobs(owner);
    if (!config.appDatabaseUrl) await owner.query(`alter role motcua_app login password '${password}'`);
    const kind = await settleKind(owner, wishes.kind, wishes.askKind, (settled) => {
      checkReach(config, settled);
      if (settled === 'real' && wishes.clock !== null) throw new StartRefusal('real-has-no-set-clock');
    });
    passing('start/kind-settled');
    const db = createDatabase(owner);
    await forgetWarnings(db);
    const fills = wishes.halfYear > 0 && (await hasRoomForDemo(owner));
    const clock = wishes.clock ?? (fills ? DEMO_CLOCK : null);
    const legalNow = momentOf(await startLegalClock(db, machineClock, clock), clock);
    const context = {
      kind,
      random,
      legalNow,
      machineNow: machineClock.now(),
      seedsFolder: join(projectRoot(), 'db', 'seeds'),
      keysFolder: keysFolder(config),
    };
    await loadSeeds(owner, db, loaders, context, (name) =>
      say.line('main.start.loading', { what: say.t(`main.loading.${name}`) }),
    );
    const demo = { config, owner, ownerUrl: postgres.ownerUrl };
    if (fills) await fillDemo(demo, say, wishes.halfYear, wishes.stop);
    const appUrl = postgres.appUrl(password);
    await checkAppRole(appUrl);
    return { config, appUrl, kind };
  } finally {
    await owner.end();
  }
}

async function bringUpToDate(owner: pg.Pool, say: Say): Promise<void> {
  const client = await owner.connect();
  try {
    const result = await migrate(client, join(projectRoot(), 'db', 'migrations'), {
      onUpgrade: (count) => say.line('main.start.migrating', { count }),
    });
    if (result.kind === 'newer-schema')
      throw new StartRefusal('newer-schema', { name: result.unknown[0] ?? '' });
    if (result.kind === 'changed') throw new StartRefusal('migration-changed', { name: result.name });
    if (result.applied.length > 0) say.line('main.start.migrated', { count: result.applied.length });
  } finally {
    client.release();
  }
}

function momentOf(setting: ClockSetting, wanted: Instant | null): Instant {
  if (setting.kind === 'set') return setting.now;
  const latest = setting.latest.slice(0, 16);
  if (setting.kind === 'machine-behind') throw new StartRefusal('machine-behind', { latest });
  const shown = wanted?.slice(0, 16) ?? '';
  throw new StartRefusal('clock-backwards', { latest, wanted: shown, year: shown.slice(0, 4) });
}

async function checkAppRole(appUrl: string): Promise<void> {
  const app = createPool({ connectionString: appUrl, max: 1 });
  try {
    await checkRights(app, appendOnly);
  } finally {
    await app.end();
  }
}
