import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { programOrigin } from '#modules/audit/index.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import { describeDoubt, exampleFile, type TakeOverAnswer, takeOverFile } from '#modules/takeover/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createLog } from '#platform/log/log.ts';
import { StartRefusal } from '../config.ts';
import { dossierDeps, openKeys } from '../dossier-deps.ts';
import { environmentConfig } from '../environment.ts';
import { moduleWords } from '../module-words.ts';
import { openInstallation } from '../open-installation.ts';
import { givenPath } from '../root.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';
import { importEvents } from './import-events.ts';

const usage = `./motcua import dossiers FILE [--agency CODE] [--apply [--accept-doubts]] [--json] [--english]
./motcua import dossiers --template FILE

Takes over open dossiers of the software before from a CSV or XLSX file, with their numbers, dates and notes.
Without --apply it only names every doubt, by row and column. With --apply it takes over what has no error; doubts
have to be accepted with --accept-doubts. The same row twice makes nothing twice. --template writes an example
(FILE ends in .xlsx or .csv). The columns, and how to undo: docs/operations/import.md.
Exit code 1 when something hinders it.

${importEvents.usage}`;

/** Errors and doubts are all named; of notes those that one reads. */
const MOST_NOTES = 20;

const options = {
  agency: { type: 'string' },
  apply: { type: 'boolean', default: false },
  'accept-doubts': { type: 'boolean', default: false },
  template: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

interface Wish {
  readonly file: string;
  readonly agencyCode: string | null;
  readonly apply: boolean;
  readonly acceptDoubts: boolean;
  readonly json: boolean;
}

async function run(args: readonly string[], say: Say): Promise<number> {
  if (args[0] === 'events') return importEvents.run(args.slice(1), say);
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [what, file] = positionals;
  if (what === 'dossiers' && values.template !== undefined) return writeExample(values.template, say);
  if (what !== 'dossiers' || file === undefined) {
    say.plain(usage);
    return 2;
  }
  const { agency = null, apply, json } = values;
  return importFile({ file, agencyCode: agency, apply, acceptDoubts: values['accept-doubts'], json }, say);
}

async function writeExample(given: string, say: Say): Promise<number> {
  const file = givenPath(given);
  const t = createWords(moduleWords)('vi');
  const bytes = await exampleFile(t, file.endsWith('.csv') ? 'csv' : 'xlsx');
  await writeFile(file, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new StartRefusal(error.code === 'EEXIST' ? 'file-there' : 'file-unreadable', { file });
  });
  say.line('main.import.example', { file });
  return 0;
}

/** As motcua_app, like whatever else is done to a dossier. */
async function importFile(wish: Wish, say: Say): Promise<number> {
  const bytes = await readFile(givenPath(wish.file)).catch(() => {
    throw new StartRefusal('file-unreadable', { file: wish.file });
  });
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'import', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    const { legalClock, machineClock } = opened.surroundings;
    const words = createWords(moduleWords);
    const keys = openKeys(opened.surroundings);
    const dossiers = await dossierDeps(opened.surroundings, keys, words('vi'));
    const origin = programOrigin(legalClock.now(), machineClock.now());
    const answer = await takeOverFile(
      { ...dossiers, cashKey: keys.cash, cashStores: sqlCashStores },
      bytes,
      origin,
      {
        ...wish,
        ...(wish.json ? {} : { progress: (done, all) => say.line('main.import.progress', { done, all }) }),
      },
    );
    if (!answer.ok) {
      say.plain(textOfRefusal(words(say.language), answer.refusal));
      return 1;
    }
    if (wish.json) say.plain(JSON.stringify(asJson(answer.value), null, 2));
    else tell(answer.value, say);
    return isHindered(answer.value) ? 1 : 0;
  } finally {
    await opened.close();
    await installation.close();
  }
}

function isHindered({ checked, hindered }: TakeOverAnswer): boolean {
  return hindered !== null || checked.doubts.some((doubt) => doubt.severity === 'error');
}

function asJson({ checked, taken, hindered }: TakeOverAnswer) {
  const { toTake, ...rest } = checked;
  return { ...rest, toTake: toTake.length, taken, hindered };
}

function tell({ checked, taken, hindered }: TakeOverAnswer, say: Say): void {
  const { agencyName: agency, rows, sha256, doubts, toTake } = checked;
  const t = createWords(moduleWords)(say.language);
  say.line('main.import.file', { agency, rows, sha256 });
  const count = (severity: string) => doubts.filter((doubt) => doubt.severity === severity).length;
  let left = MOST_NOTES;
  for (const doubt of doubts) {
    if (doubt.severity === 'note') left -= 1;
    if (doubt.severity !== 'note' || left >= 0)
      say.plain(`  ${say.t(`main.import.severity.${doubt.severity}`)}: ${describeDoubt(t, doubt)}`);
  }
  if (left < 0) say.line('main.import.more-notes', { n: -left });
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  say.line('main.import.counts', {
    errors,
    warnings,
    notes,
    fresh: toTake.length,
    there: checked.alreadyThere,
  });
  if (taken) say.line('main.import.taken', { count: taken.count, there: taken.alreadyThere });
  else if (hindered || errors > 0) say.line(`main.import.hindered-${hindered ?? 'errors'}`);
  else say.line(warnings > 0 ? 'main.import.tried-doubts' : 'main.import.tried');
}

export const importAny: Command = { usage, run };
