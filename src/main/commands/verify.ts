import { parseArgs } from 'node:util';
import { createLog } from '#platform/log/log.ts';
import { environmentConfig } from '../environment.ts';
import { openInstallation } from '../open-installation.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import { verifyAll } from '../verifications.ts';
import type { Command } from './command.ts';
import { tellVerified } from './tell-verified.ts';

const usage = `./motcua verify [--json] [--english]

Checks everything that must not change afterwards, and names the first wrong row of each part.
Exit code 1 when something is wrong.`;

async function run(args: readonly string[], say: Say): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const installation = await openInstallation(environmentConfig());
  const opened = await openSurroundings(
    installation.settings,
    createLog({ program: 'verify', level: 'silent' }),
    'command',
    2,
  );
  try {
    const { ok, parts } = await verifyAll(opened.surroundings);
    const report = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, readable(part)]));
    if (values.json) say.plain(JSON.stringify({ ok, ...report }, null, 2));
    else tellVerified(report, say);
    return ok ? 0 : 1;
  } finally {
    await opened.close();
    await installation.close();
  }
}

/** Hashes as people compare them. */
function readable<T extends object>(part: T): T {
  const entries = Object.entries(part).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  ]);
  return Object.fromEntries(entries) as T;
}

export const verify: Command = { usage, run };
