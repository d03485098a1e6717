import { parseArgs } from 'node:util';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { type Ii06a, ii06aColumns, makeIi06a } from '#modules/reports/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { createWords, type Words } from '#platform/i18n/words.ts';
import { createLog } from '#platform/log/log.ts';
import { environmentConfig } from '../environment.ts';
import { moduleWords } from '../module-words.ts';
import { openInstallation } from '../open-installation.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';

const usage = `./motcua report II.06a --from 2022-01-01 --to 2022-07-25 [--office CODE] [--json] [--english]

Counts dossiers by the legal clock. II.06a: of one agency by field (--office H20.03), or of all by agency. --json prints
every cell with its row, column, value and counting rule. A period that is over is counted as it stood then.`;

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  office: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

interface Wanted {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly office: string | undefined;
  readonly json: boolean;
}

function read(args: readonly string[]): Outcome<Wanted> | null {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [code, ...more] = positionals;
  if (code !== 'II.06a' || more.length > 0 || !values.from || !values.to) return null;
  const from = parseCivilDate(values.from);
  if (!from.ok) return from;
  const to = parseCivilDate(values.to);
  if (!to.ok) return to;
  return { ok: true, value: { ...values, office: values.office, from: from.value, to: to.value } };
}

async function run(args: readonly string[], say: Say): Promise<number> {
  const t = createWords(moduleWords)(say.language);
  const wanted = read(args);
  if (wanted === null) say.plain(usage);
  else if (!wanted.ok) say.plain(textOfRefusal(t, wanted.refusal));
  if (!wanted?.ok) return 2;
  const { from, to, office, json } = wanted.value;
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'report', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    const { db, legalClock } = opened.surroundings;
    const report = await makeIi06a(db, { from, to, agencyCode: office }, legalClock.now());
    if (!report.ok) {
      say.plain(textOfRefusal(t, report.refusal));
      return 1;
    }
    if (json) say.plain(JSON.stringify({ report: 'II.06a', from, to, ...asCells(t, report.value) }, null, 2));
    else tell(report.value, t, say);
    return 0;
  } finally {
    await opened.close();
    await installation.close();
  }
}

function asCells(t: Words, { at, lines, sum }: Ii06a) {
  const rows = [...lines, { name: t('reports.ii06a.sum'), line: sum }];
  const cells = rows.flatMap(({ name, line }, index) =>
    ii06aColumns.map((column) => ({
      row: index < lines.length ? index + 1 : null,
      label: name,
      column,
      title: t(`reports.ii06a.column.${column}`),
      value: line[column],
      rule: t(`reports.ii06a.rule.${column}`),
    })),
  );
  return { clock: 'legal', at, cells };
}

const WIDTH = 8;

function tell({ lines, sum }: Ii06a, t: Words, say: Say): void {
  const rows = [...lines, { name: t('reports.ii06a.sum'), line: sum }];
  const widest = Math.max(...rows.map(({ name }) => name.length));
  say.plain([''.padEnd(widest), ...ii06aColumns.map((column) => `(${column})`.padStart(WIDTH))].join(''));
  for (const { name, line } of rows)
    say.plain(
      [name.padEnd(widest), ...ii06aColumns.map((column) => String(line[column]).padStart(WIDTH))].join(''),
    );
  for (const column of ii06aColumns) say.plain(`(${column}) ${t(`reports.ii06a.rule.${column}`)}`);
}

export const report: Command = { usage, run };
