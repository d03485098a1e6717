import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { CARRIED_MAJOR, type Cluster, openCluster } from '#platform/db/cluster.ts';
import { isDiskFull } from '#platform/db/outage.ts';
import { type Config, isRestoreUnfinished, StartRefusal } from '../config.ts';

const DATABASE = 'motcua';
const CANNOT_CONNECT_NOW = '57P03';
const OLDEST_SERVER = 160_000;
const LEAST_FREE_BYTES = 300 * 1024 * 1024;

/** The PostgreSQL of an installation: ours, or the one that DATABASE_URL names. */
export interface ServerPostgres {
  readonly embedded: Cluster | null;
  /** Connection string of the owner. */
  readonly ownerUrl: string;
  /** Connection string of the programs, with the password of motcua_app. */
  appUrl(password: string): string;
}

export function openPostgres(config: Config): ServerPostgres {
  if (config.databaseUrl) {
    const ownerUrl = config.databaseUrl;
    const appUrl = (password: string) => config.appDatabaseUrl ?? withRole(ownerUrl, 'motcua_app', password);
    return { embedded: null, ownerUrl, appUrl };
  }
  const embedded = openCluster({ dir: join(config.dataDir, 'postgres') });
  return {
    embedded,
    get ownerUrl() {
      return embedded.url(DATABASE);
    },
    appUrl: (password) => embedded.url(DATABASE, { name: 'motcua_app', password }),
  };
}

export function withRole(url: string, role: string, password: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/, `$1${role}:${encodeURIComponent(password)}@`);
}

/** The folder of the data, made when it is missing; even the log lies in it. */
export function makeDataFolder({ dataDir: dir }: Config): void {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    if (!statSync(dir).isDirectory()) throw new Error('not a folder');
  } catch (error) {
    throw new StartRefusal(isDiskFull(error) ? 'disk-full' : 'data-dir-wrong', { dir });
  }
}

/** What must be right before anything is started or written. */
export async function checkGround(config: Config, postgres: ServerPostgres, leastFree = LEAST_FREE_BYTES) {
  makeDataFolder(config);
  if (isRestoreUnfinished(config)) throw new StartRefusal('restore-unfinished', { dir: config.dataDir });
  const disk = await statfs(config.dataDir);
  if (disk.bavail * disk.bsize < leastFree) throw new StartRefusal('disk-full', { dir: config.dataDir });
  const major = postgres.embedded?.majorOfData();
  if (major !== undefined && major !== CARRIED_MAJOR)
    throw new StartRefusal('other-major', { major, carried: CARRIED_MAJOR, dir: config.dataDir });
  if (postgres.embedded && !(await postgres.embedded.isReachable()))
    throw new StartRefusal('folder-closed', { dir: config.dataDir });
}

/** Starts the embedded PostgreSQL (or takes over one that a killed program left) and makes the database. */
export async function startEmbedded(cluster: Cluster): Promise<void> {
  await cluster.start();
  const client = await connectAfterRecovery(cluster.url('postgres'));
  try {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

const RECOVERY_MS = 10 * 60_000;

/** After a kill -9 PostgreSQL listens at once, but lets nobody in before it has read its log again. */
async function connectAfterRecovery(connectionString: string): Promise<pg.Client> {
  for (const begun = Date.now(); ; await new Promise((wake) => setTimeout(wake, 200))) {
    const client = new pg.Client({ connectionString });
    client.on('error', () => {}); // told by the query that runs
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if ((error as { code?: unknown }).code !== CANNOT_CONNECT_NOW) throw error;
      if (Date.now() - begun > RECOVERY_MS) throw error;
    }
  }
}

/** The first connection to a PostgreSQL of somebody else: everything that can be wrong with the URL. */
export async function checkServer(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST_SERVER)
      throw new StartRefusal('server-too-old', { version: Math.floor(version / 10_000) });
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    throw new StartRefusal('database-unreachable', { reason: reasonOf(error) });
  } finally {
    await client.end().catch(() => {});
  }
}

/** Never the message itself: it may hold parts of the connection string. */
function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'timeout';
}
