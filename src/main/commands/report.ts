import { parseArgs } from 'node:util';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/refusal.ts';
import {
  makeIi06a,
  makeTimeliness,
  type ReportAsked,
  type ReportLine,
  type ReportTable,
} from '#modules/reports/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { createWords, type Words } from '#platform/i18n/words.ts';
import { createLog } from '#platform/log/log.ts';
import { environmentConfig } from '../environment.ts';
import { moduleWords } from '../module-words.ts';
import { openInstallation } from '../open-installation.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';

const usage = `./motcua report CODE --from 2022-01-01 --to 2022-07-25 [--office CODE] [--json] [--english]

Counts dossiers by the legal clock; a period that is over is counted as it stood then.
CODE     II.06a (of one agency by field, or of all by agency), timeliness (by channel, field and agency)
--office an agency by its code, H20.03; otherwise all of them
--json   every cell with its row, column, value and counting rule`;

type Make = (q: Queries, asked: ReportAsked, now: Instant) => Promise<Outcome<ReportTable>>;
interface Known {
  readonly make: Make;
  readonly title: (t: Words, column: string) => string;
  readonly rule: (t: Words, column: string) => string;
}
const reports: Readonly<Record<string, Known>> = {
  'II.06a': {
    make: makeIi06a,
    title: (t, column) => t(`reports.ii06a.column.${column}`),
    rule: (t, column) => t(`reports.ii06a.rule.${column}`),
  },
  timeliness: {
    make: makeTimeliness,
    title: (t, column) => t(`reports.timeliness-report.column.${column}`),
    rule: (t, column) => t(`reports.timeliness-report.rule.${column}`),
  },
};

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  office: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

interface Wanted {
  readonly code: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly office: string | undefined;
  readonly json: boolean;
}

function read(args: readonly string[]): Outcome<Wanted> | null {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [code = '', ...more] = positionals;
  if (!Object.hasOwn(reports, code) || more.length > 0 || !values.from || !values.to) return null;
  const from = parseCivilDate(values.from);
  if (!from.ok) return from;
  const to = parseCivilDate(values.to);
  if (!to.ok) return to;
  const { office, json } = values;
  return { ok: true, value: { code, office, json, from: from.value, to: to.value } };
}

async function run(args: readonly string[], say: Say): Promise<number> {
  const t = createWords(moduleWords)(say.language);
  const wanted = read(args);
  if (wanted === null) say.plain(usage);
  else if (!wanted.ok) say.plain(textOfRefusal(t, wanted.refusal));
  if (!wanted?.ok) return 2;
  const { code, from, to, office, json } = wanted.value;
  const chosen = reports[code];
  if (!chosen) throw new Error('checked before');
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'report', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    const { db, legalClock } = opened.surroundings;
    const made = await chosen.make(db, { from, to, agencyCode: office }, legalClock.now());
    if (!made.ok) {
      say.plain(textOfRefusal(t, made.refusal));
      return 1;
    }
    const told = { report: code, from, to, clock: 'legal', at: made.value.at };
    if (json) say.plain(JSON.stringify({ ...told, cells: cellsOf(made.value, chosen, t) }, null, 2));
    else tell(made.value, chosen, t, say);
    return 0;
  } finally {
    await opened.close();
    await installation.close();
  }
}

const nameOf = ({ of, name }: ReportLine, t: Words) =>
  of === 'sum' ? t('reports.timeliness.sum') : of === 'channel' ? t(`reports.channel.${name}`) : name;

function cellsOf({ lines, columns }: ReportTable, { title, rule }: Known, t: Words) {
  return lines.flatMap((line, index) =>
    columns.map((column, place) => ({
      row: index + 1,
      of: line.of,
      label: nameOf(line, t),
      column,
      title: title(t, column),
      value: line.values[place],
      rule: rule(t, column),
    })),
  );
}

const WIDTH = 10;

function tell({ lines, columns }: ReportTable, { title, rule }: Known, t: Words, say: Say): void {
  const widest = Math.max(...lines.map((line) => nameOf(line, t).length));
  say.plain(''.padEnd(widest) + columns.map((column) => column.padStart(WIDTH)).join(''));
  for (const line of lines)
    say.plain(
      nameOf(line, t).padEnd(widest) +
        line.values.map((value) => String(value ?? '–').padStart(WIDTH)).join(''),
    );
  for (const column of columns) say.plain(`${column}: ${title(t, column)}. ${rule(t, column)}`);
}

export const report: Command = { usage, run };
