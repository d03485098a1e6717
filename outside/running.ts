import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A program that runs as a person would run it, from the build of the tests. */
export interface Running {
  readonly process: ChildProcess;
  readonly printed: () => string;
  /** Waits until the text is printed; throws with all that was printed when the program ends before. */
  readonly until: (text: string | RegExp) => Promise<void>;
  readonly ended: Promise<number | null>;
}

export interface Settings {
  readonly env?: Readonly<Record<string, string>>;
}

const program = ['--enable-source-maps', '.build-test/cli.js'];

export function startProgram(args: readonly string[], { env = {} }: Settings = {}): Running {
  const child = spawn('node', [...program, ...args, '--english'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const waiting: (() => void)[] = [];
  const wake = () => {
    for (const one of waiting.splice(0)) one();
  };
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      wake();
    });
  let code: number | null | undefined;
  const ended = new Promise<number | null>((done) => {
    child.on('close', (status) => {
      code = status;
      wake();
      done(status);
    });
  });
  const until = async (wanted: string | RegExp) => {
    while (typeof wanted === 'string' ? !text.includes(wanted) : !wanted.test(text)) {
      if (code !== undefined) throw new Error(`ended with ${code}:\n${text}`);
      await new Promise<void>((next) => waiting.push(next));
    }
  };
  return { process: child, printed: () => text, until, ended };
}

/** Runs a command to its end. */
export async function runProgram(args: readonly string[], settings: Settings = {}) {
  const running = startProgram(args, settings);
  const code = await running.ended;
  return { code, printed: running.printed() };
}

export async function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Process ids of the children of a process whose command line holds a text. */
export function childrenOf(pid: number, text: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found && Number(found[2]) === pid && (found[3] ?? '').includes(text))
    .map((found) => Number(found?.[1]));
}

export function isAlive(pid: number): boolean {
  try {
    return !/^\s*Z/.test(execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}

/** Asks again and again until the work succeeds; the test's own time limit ends it. */
export async function eventually<T>(work: () => Promise<T> | T): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch {
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
}
