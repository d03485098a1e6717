import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runProgram } from '../outside/running.ts';

type Environment = Readonly<Record<string, string>>;

export interface MadeBackup {
  readonly folder: string;
  readonly keysFolder: string;
  readonly files: number;
  readonly removed: readonly string[];
}

/** A backup that has to succeed. */
export async function backUp(env: Environment, ...args: readonly string[]): Promise<MadeBackup> {
  const { code, printed } = await runProgram(['backup', ...args, '--json'], { env });
  expect([code, printed]).toEqual([0, expect.stringContaining('"checked": true')]);
  return JSON.parse(printed) as MadeBackup;
}

/** A command that has to be refused with one sentence. */
export async function expectRefused(
  env: Environment,
  args: readonly string[],
  sentence: string,
): Promise<void> {
  const { code, printed } = await runProgram(args, { env });
  expect([code, printed]).toEqual([1, expect.stringContaining(sentence)]);
  expect(printed, 'a stack').not.toContain('    at ');
}

/** Names of what lies in a folder of backups. */
export function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** Nothing that could be taken for an installation. */
export function expectNothingIn(dataDir: string): void {
  expect(namesIn(dataDir).map((name) => join(dataDir, name))).toEqual([]);
}
