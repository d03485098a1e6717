import { dirname } from 'node:path';
import { destination, type Logger, pino } from 'pino';
import { makePrivateFolder } from '#platform/files/private-folder.ts';

export type Log = Logger;

export interface LogOptions {
  readonly program: string;
  /** Without a file the lines go to standard error. */
  readonly file?: string;
  readonly level?: string;
}

/** So much is kept in memory until there is room again; what comes after that is lost. */
const MOST_UNWRITTEN_BYTES = 2 ** 20;

/**
 * One JSON line an event, with request id and dossier number; never personal data, bodies or query values.
 * A disk that is full takes the lines later, and nobody who logs is hurt by it.
 */
export function createLog({ program, file, level = 'info' }: LogOptions): Log {
  if (file) makePrivateFolder(dirname(file));
  const into = file ? { dest: file, mode: 0o600 } : { fd: 2 };
  const target = destination({ ...into, sync: true, maxLength: MOST_UNWRITTEN_BYTES });
  target.on('error', () => {}); // there is no other place to say it
  const options = { level, base: { program, pid: process.pid }, serializers: { error: describe } };
  return pino(options, target);
}

export const silentLog: Log = pino({ level: 'silent' });

/** Messages of PostgreSQL may quote values of a row: only code and names of objects are kept. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const details = error as Error & {
    code?: unknown;
    table?: unknown;
    constraint?: unknown;
    severity?: unknown;
  };
  const fromDatabase = details.severity !== undefined;
  return {
    kind: error.name,
    ...(details.code === undefined ? {} : { code: details.code }),
    ...(fromDatabase ? { table: details.table, constraint: details.constraint } : { message: error.message }),
    stack: fromDatabase ? stackWithoutMessage(error) : error.stack,
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}

function stackWithoutMessage(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
