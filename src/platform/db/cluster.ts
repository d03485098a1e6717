import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { endOrphans, giveUpLockOfDead, isHeldByLiving } from './dead-server.ts';
import { type PostgresPrograms, postgresPrograms } from './postgres-programs.ts';
import { memoryHere, sharedBuffers } from './shared-buffers.ts';

/** The major version of the PostgreSQL that we carry; a data folder of another one is refused. */
export const CARRIED_MAJOR = '18';
const SUPERUSER = 'motcua_owner';
const SOCKET = '.s.PGSQL.5432';
const SOCKET_PATH_LIMIT = 90; // the kernel allows 107 bytes including `/.s.PGSQL.5432`

export interface ClusterOptions {
  /** Folder of the cluster, e.g. `./data/postgres`. */
  readonly dir: string;
  /** False only in tests: commits then do not wait for the disk. */
  readonly durable?: boolean;
  readonly extraSettings?: readonly string[];
  /** So long a shutdown may take, before the server is ended at once; its log brings back everything. */
  readonly patienceSeconds?: number;
}

/** A PostgreSQL of our own, reachable by a Unix socket only: no port is taken and nothing listens outside. */
export interface Cluster {
  readonly dir: string;
  /** Beside the data: the owner's password. */
  readonly passwordFile: string;
  start(): Promise<void>;
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  isRunning(): Promise<boolean>;
  /** Major version of the data, before anything is started; undefined when there is none yet. */
  majorOfData(): string | undefined;
  /** True when the system user that has to run PostgreSQL can reach program and data. */
  isReachable(): Promise<boolean>;
  /** Gives a file or folder to the system user that runs PostgreSQL. */
  own(path: string): void;
  /** Connection string of the owner (or of another role) for one database. */
  url(database: string, role?: { readonly name: string; readonly password: string }): string;
}

function socketFolder(dir: string, programs: PostgresPrograms): string {
  const inside = join(dirname(dir), 'socket');
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  const folder = inside.length <= SOCKET_PATH_LIMIT ? inside : join(tmpdir(), `motcua-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  programs.own(folder);
  return folder;
}

/** Opens the cluster in `dir`; the folder is made and filled at the first start. */
export function openCluster(options: ClusterOptions): Cluster {
  const dir = resolve(options.dir);
  const programs = postgresPrograms();
  const passwordFile = join(dirname(dir), 'postgres.password');
  const patience = ['-t', String(options.patienceSeconds ?? 40)];
  let sockets = '';
  const ctl = (...args: string[]) => programs.run('pg_ctl', ['-D', dir, '-s', ...args]);
  return {
    dir,
    passwordFile,
    async start() {
      await initialise(dir, passwordFile, programs);
      sockets = socketFolder(dir, programs);
      const isThere = async () => (await this.isRunning()) && (await isListening(sockets));
      if (isStopping(dir)) await this.stop(); // told so by a program that was killed meanwhile
      if (await isThere()) return; // left by a killed program: taken over
      const log = join(dir, 'server.log');
      const settings = [
        ...serverSettings(sockets, options.durable ?? true),
        ...(options.extraSettings ?? []),
      ];
      const flags = settings.map((setting) => `-c ${setting}`).join(' ');
      await insist((attempt) => {
        if (attempt > 1) endOrphans(dir);
        for (const lock of [join(dir, 'postmaster.pid'), join(sockets, `${SOCKET}.lock`)])
          giveUpLockOfDead(lock);
        return ctl('-w', '-l', log, '-o', flags, 'start');
      }, isThere);
    },
    async stop(mode = 'fast') {
      if (!(await this.isRunning())) return;
      const stopped = await succeeds(ctl('-w', ...patience, '-m', mode, 'stop'));
      // PostgreSQL 18 that is to stop while it recovers from the kill of one of its processes waits for ever
      if (!stopped && (await this.isRunning())) await ctl('-w', ...patience, '-m', 'immediate', 'stop');
    },
    async isRunning() {
      return isHeldByLiving(join(dir, 'postmaster.pid')) && succeeds(ctl('status'));
    },
    majorOfData: () => majorOf(dir),
    isReachable: () => programs.canReach(dirname(dir)),
    own: (path) => programs.own(path),
    url(database, role) {
      sockets ||= socketFolder(dir, programs);
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

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

function isStopping(dir: string): boolean {
  const file = join(dir, 'postmaster.pid');
  return existsSync(file) && /^stopping\s*$/m.test(readFileSync(file, 'utf8'));
}

/** Int32 length 8 and the code of an SSLRequest: a living server answers one letter before it asks who we are. */
const ARE_YOU_THERE = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);
const ANSWER_MS = 2_000;

/** A server that was killed this instant still has its socket, but answers nothing. */
function isListening(sockets: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(join(sockets, SOCKET));
    const tell = (there: boolean) => {
      socket.destroy();
      answer(there);
    };
    socket.once('connect', () => socket.write(ARE_YOU_THERE));
    socket.once('data', () => tell(true));
    socket.once('close', () => tell(false));
    socket.once('error', () => tell(false));
    socket.setTimeout(ANSWER_MS, () => tell(false));
  });
}

function serverSettings(sockets: string, durable: boolean): string[] {
  const common = [
    "listen_addresses=''",
    `unix_socket_directories='${sockets}'`,
    'unix_socket_permissions=0777', // the folder guards: 0700, and the password
    'max_connections=60',
    'log_min_messages=warning',
    'log_statement=none', // statements carry personal data
    'log_min_error_statement=panic',
    'log_parameter_max_length_on_error=0',
    'log_error_verbosity=terse',
  ];
  return durable
    ? [...common, `shared_buffers=${sharedBuffers(memoryHere())}MB`]
    : [...common, 'shared_buffers=128MB', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
}

/** Made beside its place and moved there whole: a kill in the middle leaves nothing that looks like a cluster. */
async function initialise(dir: string, passwordFile: string, programs: PostgresPrograms): Promise<void> {
  if (existsSync(join(dir, 'PG_VERSION'))) return;
  const unfinished = `${dir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  chmodSync(unfinished, 0o700);
  programs.own(unfinished);
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  programs.own(passwordFile);
  const flags = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const locale = ['--locale-provider=icu', '--icu-locale=vi-VN', '--locale=C.UTF-8', '-k'];
  try {
    await programs.run('initdb', ['-D', unfinished, ...flags, ...locale]);
    renameSync(unfinished, dir);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * After a kill -9 old children may hold the shared memory for a second or two: try again, delete no file. A
 * program that was killed while it started the server may have left one that comes up in the meantime.
 */
async function insist(
  start: (attempt: number) => Promise<unknown>,
  isThere: () => Promise<boolean>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await start(attempt);
      return;
    } catch (error) {
      if (await isThere()) return;
      if (attempt === 8) throw error;
      await new Promise((wake) => setTimeout(wake, 500));
    }
  }
}
