import { access, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { programOrigin } from '#modules/audit/index.ts';
import {
  describeLogDoubt,
  forgetLog,
  hashFile,
  type ImportAnswer,
  importLog,
  listLogs,
  openLogFile,
  type StoredLog,
} from '#modules/flow/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createLog } from '#platform/log/log.ts';
import type { Surroundings } from '../application.ts';
import { StartRefusal } from '../config.ts';
import { environmentConfig } from '../environment.ts';
import { moduleWords } from '../module-words.ts';
import { openInstallation } from '../open-installation.ts';
import { givenPath } from '../root.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';

const usage = `./motcua import events FILE.xes [--name NAME] [--leave-out] [--json] [--english]
./motcua import events --list | --forget NAME

Imports an event log of any system (XES, IEEE 1849; also packed as .xes.gz) to look at it; no dossier comes of it.
Kept of a case: its name and attributes; of an event: name, time, lifecycle, resource, role, group, attributes
(attributes of attributes and lists are not kept). The log is there whole or not at all: what cannot be read is named
with its line, and left out only with --leave-out. The same file twice is said and changes nothing.`;

const options = {
  name: { type: 'string' },
  'leave-out': { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  forget: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

async function run(args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const { name, list, forget, json, 'leave-out': leaveOut } = values;
  const [file, ...more] = positionals;
  if (more.length > 0 || [file !== undefined, list, forget !== undefined].filter(Boolean).length !== 1) {
    say.plain(usage);
    return 2;
  }
  if (list) return withSurroundings(({ db }) => tellLogs(db, say));
  if (forget !== undefined) return withSurroundings((around) => forgetOne(around, forget, say));
  const path = givenPath(file ?? '');
  await access(path, constants.R_OK).catch(() => {
    throw new StartRefusal('file-unreadable', { file: file ?? '' });
  });
  const wish = { name: name ?? basename(path).replace(/\.xes(\.gz)?$/i, ''), leaveOut };
  return withSurroundings((around) => importFile(around, path, wish, json, say));
}

async function withSurroundings(work: (around: Surroundings) => Promise<number>): Promise<number> {
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'import', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    return await work(opened.surroundings);
  } finally {
    await opened.close();
    await installation.close();
  }
}

const originOf = ({ legalClock, machineClock }: Surroundings) =>
  programOrigin(legalClock.now(), machineClock.now());

async function importFile(
  around: Surroundings,
  path: string,
  wish: { readonly name: string; readonly leaveOut: boolean },
  json: boolean,
  say: Say,
): Promise<number> {
  const bytes = await openLogFile(path);
  const answer = await importLog(around, bytes, originOf(around), { ...wish, sha256: await hashFile(path) });
  if (!answer.ok) {
    say.plain(textOfRefusal(createWords(moduleWords)(say.language), answer.refusal));
    return 1;
  }
  if (json) say.plain(JSON.stringify(answer.value, null, 2));
  else tell(answer.value, say);
  return answer.value.log ? 0 : 1;
}

function tell({ log, alreadyThere, doubts, doubtCount }: ImportAnswer, say: Say): void {
  const t = createWords(moduleWords)(say.language);
  for (const doubt of doubts) say.plain(`  ${describeLogDoubt(t, doubt)}`);
  if (doubtCount > doubts.length) say.line('main.import.log-more', { n: doubtCount - doubts.length });
  if (log === null) say.line('main.import.log-nothing', { count: doubtCount });
  else if (doubtCount > 0) say.line('main.import.log-left-out', { count: doubtCount });
  if (log) say.line(alreadyThere ? 'main.import.log-there' : 'main.import.log-done', factsOf(log));
}

const factsOf = ({ name, cases, events, firstAt, lastAt }: StoredLog) => ({
  ...{ name, cases, events },
  ...{ first: firstAt?.slice(0, 10) ?? '–', last: lastAt?.slice(0, 10) ?? '–' },
});

async function tellLogs(db: Surroundings['db'], say: Say): Promise<number> {
  say.plain(JSON.stringify(await listLogs(db), null, 2));
  return 0;
}

async function forgetOne(around: Surroundings, name: string, say: Say): Promise<number> {
  const there = await forgetLog(around.db, originOf(around), name);
  say.line(there ? 'main.import.log-forgotten' : 'main.import.log-unknown', { name });
  return there ? 0 : 1;
}

export const importEvents: Command = { usage, run };
