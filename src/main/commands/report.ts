import { parseArgs } from 'node:util';
import { parseCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { programOrigin } from '#modules/audit/index.ts';
import {
  cellsOf,
  giveReport,
  type KnownReport,
  type ReportAsked,
  type ReportTable,
  type ReportWords,
  reportClocks,
} from '#modules/reports/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createLog } from '#platform/log/log.ts';
import { environmentConfig } from '../environment.ts';
import { knownReports } from '../known-reports.ts';
import { moduleWords } from '../module-words.ts';
import { openInstallation } from '../open-installation.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';

const codes = knownReports.map(({ code }) => code);
const usage = `./motcua report CODE --from 2022-01-01 --to 2022-07-25 [--office CODE] [--clock legal|766] [--json] [--english]

Counts dossiers; a period that is over is counted as it stood then. Indices are of the whole months that lie in it.
A report that names officers is noted in the audit log.
CODE     ${codes.join(', ')}
--office an agency by its code, H20.03; otherwise all of them
--clock  legal: starts anew after a supplement; 766 (QĐ 766/QĐ-TTg): from the first receipt, a second request is late
--json   every cell with its row, column, value and counting rule`;

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  office: { type: 'string' },
  clock: { type: 'string', default: 'legal' },
  json: { type: 'boolean', default: false },
} as const;

interface Wanted {
  readonly report: KnownReport;
  readonly asked: ReportAsked;
  readonly json: boolean;
}

/** Null: not as the usage says. */
function read(args: readonly string[]): Outcome<Wanted> | null {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [code, ...more] = positionals;
  const report = knownReports.find((one) => one.code === code);
  const clock = reportClocks.find((one) => one === values.clock);
  if (!report || !clock || more.length > 0 || !values.from || !values.to) return null;
  if (!report.clocks.includes(clock))
    return refused('reports/clock-unknown', { report: report.code, clock, clocks: report.clocks.join(', ') });
  const from = parseCivilDate(values.from);
  if (!from.ok) return from;
  const to = parseCivilDate(values.to);
  if (!to.ok) return to;
  const asked = { from: from.value, to: to.value, agencyCode: values.office, clock };
  return accepted({ report, asked, json: values.json });
}

async function run(args: readonly string[], say: Say): Promise<number> {
  const t = createWords(moduleWords)(say.language);
  const wanted = read(args);
  if (wanted === null) say.plain(usage);
  else if (!wanted.ok) say.plain(textOfRefusal(t, wanted.refusal));
  if (!wanted?.ok) return 2;
  const { report, asked, json } = wanted.value;
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'report', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    const { db, legalClock, machineClock } = opened.surroundings;
    const origin = programOrigin(legalClock.now(), machineClock.now());
    const made = await giveReport(db, report, asked, origin);
    if (!made.ok) {
      say.plain(textOfRefusal(t, made.refusal));
      return 1;
    }
    const { table } = made.value;
    const { from, to, clock } = made.value.asked;
    const words = report.words(t, clock);
    const notes = notesOf(table, words);
    const { at, countedAt = at } = table;
    const told = { report: report.code, from, to, clock, at, countedAt, notes };
    if (json) say.plain(JSON.stringify({ ...told, cells: cellsOf(table, words) }, null, 2));
    else tell(table, words, say);
    return 0;
  } finally {
    await opened.close();
    await installation.close();
  }
}

const WIDTH = 10;
const wide = (column: string) => Math.max(WIDTH, column.length + 2);

const notesOf = (table: ReportTable, words: ReportWords) => [
  ...(words.notes?.(table) ?? []),
  ...(words.remarks?.() ?? []),
];

function tell(table: ReportTable, words: ReportWords, say: Say): void {
  const { lines, columns } = table;
  const widest = Math.max(0, ...lines.map((line) => words.label(line).length));
  say.plain(''.padEnd(widest) + columns.map((column) => column.padStart(wide(column))).join(''));
  for (const line of lines)
    say.plain(
      words.label(line).padEnd(widest) +
        columns.map((column, place) => String(line.values[place] ?? '–').padStart(wide(column))).join(''),
    );
  const [line] = lines;
  for (const note of notesOf(table, words)) say.plain(note);
  for (const column of line ? columns : [])
    say.plain(`${column}: ${words.column(column)}. ${line ? words.rule(column, line) : ''}`);
}

export const report: Command = { usage, run };
