import { parseArgs } from 'node:util';
import { createLog } from '#platform/log/log.ts';
import type { Warning } from '#platform/warnings.ts';
import { StartRefusal } from '../config.ts';
import { environmentConfig } from '../environment.ts';
import { type Health, readHealth } from '../health/health.ts';
import { type Judgement, judge } from '../health/judge.ts';
import { type Installation, openInstallation } from '../open-installation.ts';
import type { Say } from '../say.ts';
import { isHeld } from '../start/instance-lock.ts';
import { statusParts } from '../status-parts.ts';
import { openSurroundings } from '../surroundings.ts';
import { version } from '../version.ts';
import type { Command } from './command.ts';

const usage = `./motcua status [--json] [--english]

Version, schema, kind, organisation, legal time, counts of dossiers, health of each part.
Exit code 0 when everything is well, 1 when something is not.`;

async function run(args: readonly string[], say: Say): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const report = await read();
  if (values.json) say.plain(JSON.stringify(report, null, 2));
  else tell(report, say);
  return report.running ? 0 : 1;
}

interface Report {
  readonly running: boolean;
  readonly version: string;
  readonly [part: string]: unknown;
}

async function read(): Promise<Report> {
  const config = environmentConfig();
  let installation: Installation;
  try {
    installation = await openInstallation(config);
  } catch (error) {
    if (error instanceof StartRefusal && error.key === 'not-running')
      return {
        running: false,
        version: version(),
        health: { database: 'stopped', web: 'stopped', worker: 'stopped' },
      };
    throw error;
  }
  try {
    return await readInstallation(installation);
  } finally {
    await installation.close();
  }
}

async function readInstallation({ settings, owner }: Installation): Promise<Report> {
  const opened = await openSurroundings(
    settings,
    createLog({ program: 'status', level: 'silent' }),
    'command',
    2,
  );
  try {
    const { db, legalClock } = opened.surroundings;
    const health = await readHealth(opened.surroundings);
    const parts: Record<string, unknown> = {};
    for (const part of statusParts) parts[part.name] = await part.read(db, legalClock.now());
    const supervised = await isHeld(owner);
    const web = await isAnswering(settings.config.host, settings.config.port, settings.config.tls !== null);
    return {
      running: supervised && web,
      version: version(),
      schema: health.database.schema,
      kind: settings.kind,
      address: settings.config.publicUrl,
      legalTime: legalClock.now(),
      ...parts,
      ...healthParts(health),
      health: {
        ...Object.fromEntries(
          judge(health).map(({ part, judgement, says }) => [part, wordOf(judgement, says)]),
        ),
        supervisor: supervised ? 'ok' : 'stopped',
        web: web ? 'ok' : 'stopped',
      },
    };
  } finally {
    await opened.close();
  }
}

/** `ok`, else how it is and why: `bad: old`. */
function wordOf(judgement: Judgement, says: string): string {
  return judgement === 'good' ? 'ok' : `${judgement}: ${says}`;
}

/** The facts of the health page; of those who sign only how many. */
function healthParts({ jobs, disk, certificates, backup, clock, database }: Health): Record<string, unknown> {
  const { root, tls, signers } = certificates;
  const { lastWhole, tries, schedule, running } = backup;
  return {
    database,
    jobs,
    disk,
    certificates: { root: root?.validTo ?? null, tls: tls?.validTo ?? null, signers: signers.length },
    backup: { lastWhole, lastTry: tries[0] ?? null, schedule, running },
    clock,
  };
}

async function isAnswering(host: string, port: number, tls: boolean): Promise<boolean> {
  const shown =
    host.includes(':') && !host.startsWith('[') ? `[${host}]` : host.replace('0.0.0.0', '127.0.0.1');
  try {
    const answer = await fetch(`${tls ? 'https' : 'http'}://${shown}:${port}/suc-khoe`, {
      signal: AbortSignal.timeout(3_000),
    });
    return answer.ok;
  } catch (error) {
    return tls && (error as { cause?: { code?: string } }).cause?.code !== 'ECONNREFUSED'; // own certificate
  }
}

function tell(report: Report, say: Say): void {
  say.line(report.running ? 'main.status.running' : 'main.status.not-running');
  const shown = {
    version: 'version',
    schema: 'schema',
    kind: 'kind',
    'legal-time': 'legalTime',
    'last-root': 'lastDailyRoot',
    health: 'health',
  };
  for (const [word, key] of Object.entries(shown)) {
    const value = report[key];
    if (value !== undefined)
      say.plain(
        `  ${say.t(`main.status.${word}`)}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      );
  }
  for (const { code } of (report['warnings'] ?? []) as readonly Warning[]) say.line(`main.warning.${code}`);
}

export const status: Command = { usage, run };
