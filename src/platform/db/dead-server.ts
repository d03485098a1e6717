import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  writeSync,
} from 'node:fs';

/** No process has a number like this, so that PostgreSQL takes a lock that names it for one that was left behind. */
const NOBODY = '2147483647';

/** The first line of a lock file of PostgreSQL: the process that holds it. */
function holderOf(text: string): string {
  return /^\d+/.exec(text)?.[0] ?? '';
}

/** `unseen`: there is none of that number, or it is hidden from us. */
function stateOf(pid: string): 'living' | 'ended' | 'unseen' {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')) ? 'ended' : 'living';
  } catch {
    return 'unseen';
  }
}

/** True when the process that a lock file names is at work; `pg_ctl status` takes one that has ended for alive. */
export function isHeldByLiving(lockFile: string): boolean {
  try {
    const pid = holderOf(readFileSync(lockFile, 'utf8'));
    return process.platform !== 'linux' || stateOf(pid) === 'living';
  } catch {
    return false;
  }
}

/**
 * A killed server stays in the table of processes until its parent asks for it, in a container without an init for ever,
 * and so long PostgreSQL refuses to start. Its lock is left in its place, with all that guards the shared memory, and
 * names nobody any more. What is written goes into the file that was read: a new server makes a new one.
 */
export function giveUpLockOfDead(lockFile: string): void {
  let file: number | undefined;
  try {
    file = openSync(lockFile, 'r+');
    const text = Buffer.alloc(4096);
    const read = text.toString('utf8', 0, readSync(file, text, 0, text.length, 0));
    const pid = holderOf(read);
    if (stateOf(pid) !== 'ended') return; // PostgreSQL sees by itself when there is none
    writeSync(file, NOBODY + read.slice(pid.length), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Ends what a killed server has left at work in its folder. What waits for something ends by itself in a second; a query that
 * computes, of a report or a check of everything, goes on for minutes, has the shared memory, and so long no server starts.
 * Nothing is lost: what was acknowledged stands in the log. A process whose parent works in the same folder belongs to a living
 * server and is left alone.
 */
export function endOrphans(dir: string): void {
  if (process.platform !== 'linux') return;
  const folder = realpathSync(dir);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      if (worksIn(pid, folder) && isChildOfPostgres(pid) && !worksIn(parentOf(pid), folder))
        process.kill(Number(pid), 'SIGKILL');
    } catch {
      // it ended while we looked, or is somebody else's
    }
}

const worksIn = (pid: string, folder: string) => folderOf(pid) === folder;
/** They call themselves by what they do; the server itself stands there with its command line. */
const isChildOfPostgres = (pid: string) =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres: ');
const parentOf = (pid: string) =>
  /\) [A-Za-z] (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? '';

/** Undefined: it has ended, or is somebody else's. */
function folderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
