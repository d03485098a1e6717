import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type BareDatabase, withServerAlone } from '../outside/bare-database.ts';
import { Installation } from '../outside/installation.ts';
import { freePort } from '../outside/running.ts';
import { multiply } from './multiply.ts';
import { untilItRests } from './worker.ts';

/** How many dossiers: the half-year, and the same multiplied. */
export interface Sizes {
  readonly halfYear: number;
  readonly multiplied: number;
}

export type Say = (progress: string) => void;

/**
 * An installation with the half-year of a demo, made once and kept in a folder: for each size a database that nobody
 * writes in, of which the one that is measured is a copy.
 */
export class DataSet {
  readonly #folder: string;
  readonly #sizes: Sizes;
  readonly #say: Say;
  readonly #env: Readonly<Record<string, string>>;

  constructor(folder: string, sizes: Sizes, say: Say) {
    this.#folder = folder;
    this.#sizes = sizes;
    this.#say = say;
    this.#env = { DATA_DIR: join(folder, 'data') };
  }

  /** Seconds that the making took, when this run made it. */
  async make(): Promise<{ readonly halfYear?: number; readonly multiplied?: number }> {
    const { halfYear, multiplied } = this.#sizes;
    const took: { halfYear?: number; multiplied?: number } = {};
    const whole = join(this.#folder, 'half-year-is-there');
    if (!existsSync(whole)) {
      this.#say(`making the half-year of ${halfYear} dossiers`);
      mkdirSync(this.#folder, { recursive: true });
      const installation = await this.installation();
      const started = performance.now();
      await installation.start('--demo', '--size', String(halfYear));
      took.halfYear = seconds(started);
      await untilCounted(installation);
      await untilItRests(installation); // no job in its middle goes into every copy
      await installation.stop();
      await withServerAlone(this.#env, async (database) => {
        await database.copy('motcua', nameOf(halfYear));
        await database.rows('vacuum (analyze)', [], nameOf(halfYear));
      });
      writeFileSync(whole, `${halfYear}\n`);
    }
    if (!(await withServerAlone(this.#env, (database) => database.exists(nameOf(multiplied))))) {
      const started = performance.now();
      await this.#multiply();
      took.multiplied = seconds(started);
    }
    return took;
  }

  /** In the database of the program, which then counts it for its reports. */
  async #multiply(): Promise<void> {
    const { halfYear, multiplied } = this.#sizes;
    this.#say(`making ${multiplied} dossiers of it`);
    await withServerAlone(this.#env, async (database) => {
      await database.copy(nameOf(halfYear), 'motcua');
      const client = new pg.Client({ connectionString: database.url() });
      await client.connect();
      try {
        await multiply(client, multiplied, this.#say);
      } finally {
        await client.end();
      }
    });
    this.#say('counting them for reports');
    const installation = await this.installation();
    await installation.start();
    await untilCounted(installation);
    await untilItRests(installation);
    await installation.stop();
    await withServerAlone(this.#env, async (database) => {
      await database.rows('vacuum (analyze) reports.counted_dossier, reports.day_count, reports.month_count');
      const unfinished = `${nameOf(multiplied)}_unfinished`;
      await database.copy('motcua', unfinished);
      await database.rows(`alter database ${unfinished} rename to ${nameOf(multiplied)}`, [], 'postgres');
    });
  }

  /** The database as it was made, and the legal clock as it stood then: a Monday morning in July. */
  async reset(size: number): Promise<void> {
    this.#say(`a fresh copy of ${size} dossiers`);
    await withServerAlone(this.#env, async (database) => {
      await database.copy(nameOf(size), 'motcua');
      await database.rows(
        'update platform.legal_clock set offset_seconds = extract(epoch from latest - now())::bigint',
      );
    });
  }

  /** Room for everything is needed once; answers GB that the folder's databases take now. */
  async gigabytes(): Promise<number> {
    return withServerAlone(this.#env, async (database) => {
      const [row] = await database.rows<{ bytes: string }>(
        'select sum(pg_database_size(oid)) + (select sum(size) from pg_ls_waldir()) as bytes from pg_database',
      );
      return Number(row?.bytes ?? 0) / 1e9;
    });
  }

  serverAlone<T>(work: (database: BareDatabase) => Promise<T>): Promise<T> {
    return withServerAlone(this.#env, work);
  }

  /** Not started yet. Every visitor may say where she comes from: limits count addresses. */
  async installation(): Promise<Installation> {
    return new Installation(await freePort(), { TRUST_PROXY: 'loopback' }, this.#folder);
  }

  get serverLog(): string {
    return join(this.#folder, 'data', 'postgres', 'server.log');
  }
}

const LONGEST_COUNT_MS = 1_200_000;
const pause = () => new Promise((wake) => setTimeout(wake, 500));

/** The worker counts every minute what has changed. */
async function untilCounted(installation: Installation): Promise<void> {
  const until = performance.now() + LONGEST_COUNT_MS;
  const waits = 'select exists (select from reports.to_count) as waits';
  while ((await installation.rows<{ waits: boolean }>(waits))[0]?.waits) {
    if (performance.now() > until)
      throw new Error('what reports are made of is not counted in twenty minutes');
    await pause();
  }
}

const nameOf = (size: number) => `bench_${size}`;
const seconds = (started: number) => Math.round((performance.now() - started) / 1000);
