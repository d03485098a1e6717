import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { parseCivilDate } from '#kernel/civil-date.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { programOrigin } from '#modules/audit/index.ts';
import {
  type ExportAnswer,
  type ExportFormat,
  type ExportWish,
  exportEvents,
  exportFormats,
} from '#modules/flow/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createLog } from '#platform/log/log.ts';
import type { Surroundings } from '../application.ts';
import { StartRefusal } from '../config.ts';
import { openKeys } from '../dossier-deps.ts';
import { environmentConfig } from '../environment.ts';
import { moduleWords } from '../module-words.ts';
import { openInstallation } from '../open-installation.ts';
import { givenPath } from '../root.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';

const usage = `./motcua export events --format xes|ocel|csv --from 2022-01-01 --to 2022-07-25 [--out FILE] [--numbers] [--english]

Gives what happened to the dossiers received in this period, both days included, to tools of process mining.
--format   xes (IEEE 1849), ocel (OCEL 2.0, JSON) or csv (a row for each event)
--out      a new file, packed when it ends in .gz; otherwise it is printed
--numbers  numbers of dossiers beside the pseudonyms: only for use inside the agency

Inside: codes of procedure, field, channel, agency and offices; receipt, due dates, end, class by the legal clock;
each event with step, time (+07:00), role; dossiers, officers and papers under pseudonyms that only this
installation can resolve. Not inside: anything about citizens, names of officers, words of anybody, training dossiers.`;

const options = {
  format: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  numbers: { type: 'boolean', default: false },
} as const;

interface Wanted extends ExportWish {
  readonly out: string | null;
}

function read(args: readonly string[]): Outcome<Wanted> | null {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const format = exportFormats.find((one): one is ExportFormat => one === values.format);
  if (positionals.join() !== 'events' || !format || !values.from || !values.to) return null;
  const from = parseCivilDate(values.from);
  if (!from.ok) return from;
  const to = parseCivilDate(values.to);
  if (!to.ok) return to;
  const out = values.out === undefined || ['-', 'stdout'].includes(values.out) ? null : givenPath(values.out);
  return { ok: true, value: { format, from: from.value, to: to.value, withNumbers: values.numbers, out } };
}

async function run(args: readonly string[], say: Say): Promise<number> {
  const t = createWords(moduleWords)(say.language);
  const wanted = read(args);
  if (wanted === null) say.plain(usage);
  else if (!wanted.ok) say.plain(textOfRefusal(t, wanted.refusal));
  if (!wanted?.ok) return 2;
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'export', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    const { out } = wanted.value;
    const done = await write(opened.surroundings, wanted.value);
    if (!done.ok) say.plain(textOfRefusal(t, done.refusal));
    else if (out !== null) say.line('main.export.done', { ...done.value, file: out });
    return done.ok ? 0 : 1;
  } finally {
    await opened.close();
    await installation.close();
  }
}

/** What is not whole has another name, and goes when it fails. */
async function write(around: Surroundings, wish: Wanted): Promise<Outcome<ExportAnswer>> {
  const { db, legalClock, machineClock } = around;
  const origin = programOrigin(legalClock.now(), machineClock.now());
  const deps = { db, key: openKeys(around).dossiers.lookup, words: createWords(moduleWords)('vi') };
  const { out } = wish;
  if (out === null) return exportEvents(deps, wish, origin, (text) => toTerminal(Readable.from(text)));
  if (existsSync(out)) throw new StartRefusal('file-there', { file: out });
  const part = `${out}.part`;
  try {
    const done = await exportEvents(deps, wish, origin, (text) =>
      toFile(Readable.from(text), part, out.endsWith('.gz')),
    );
    if (done.ok) await rename(part, out);
    return done;
  } catch (error) {
    await rm(part, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES') throw new StartRefusal('file-unwritable', { file: out });
    throw error;
  }
}

async function toFile(pieces: Readable, file: string, isPacked: boolean): Promise<void> {
  const target = createWriteStream(file);
  await (isPacked ? pipeline(pieces, createGzip(), target) : pipeline(pieces, target));
}

/** Whoever reads it may leave (`| head`): nobody hears the rest. */
async function toTerminal(pieces: Readable, terminal: Writable = process.stdout): Promise<void> {
  await pipeline(pieces, terminal, { end: false }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

export const exportAny: Command = { usage, run };
