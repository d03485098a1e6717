import { parseArgs } from 'node:util';
import { formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { workCalendarFor } from '#modules/calendar/index.ts';
import { findLog, readLogCases } from '#modules/flow/index.ts';
import {
  type Evaluation,
  evaluateLog,
  evaluateRisk,
  type LogEvaluation,
  type LoggedCase,
} from '#modules/risk/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { createWords, type Words } from '#platform/i18n/words.ts';
import { createLog } from '#platform/log/log.ts';
import { environmentConfig } from '../environment.ts';
import { moduleWords } from '../module-words.ts';
import { openInstallation } from '../open-installation.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';

const usage = `./motcua risk --evaluate [--log NAME] [--json] [--english]

How well the risk of lateness is judged: learnt from the months before the last three of ten, judged on these, twice
on every working day, of every open dossier that is not late yet. Brier score (0 is perfect) of the model, of the
baseline elapsed ÷ limit as it is and on its best rising curve; calibration: of what was said so, how much came.
--log    of an imported log of events (./motcua import events) instead of this office's dossiers; where it says no due
         moment the limit is the time in which nine of ten cases before the split had ended
--json   all figures, with the split`;

const options = {
  evaluate: { type: 'boolean', default: false },
  log: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

async function run(args: readonly string[], say: Say): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  if (!values.evaluate) {
    say.plain(usage);
    return 2;
  }
  const t = createWords(moduleWords)(say.language);
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'risk', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    const { db, legalClock: clock } = opened.surroundings;
    const found = await evaluated({ db, clock, calendarFor: workCalendarFor }, values.log);
    if (!found.ok) {
      say.plain(textOfRefusal(t, found.refusal));
      return 1;
    }
    if (values.json) say.plain(JSON.stringify(found.value, null, 2));
    else tell(found.value, t, say);
    return 0;
  } finally {
    await opened.close();
    await installation.close();
  }
}

type Deps = Parameters<typeof evaluateRisk>[0];

async function evaluated(deps: Deps, name: string | undefined): Promise<Outcome<Evaluation | LogEvaluation>> {
  if (name === undefined) return evaluateRisk(deps);
  if (!(await findLog(deps.db, 'name', name))) return refused('risk/no-such-log', { name });
  const cases: LoggedCase[] = [];
  for await (const one of readLogCases(deps.db, name)) cases.push(one);
  return evaluateLog(deps, cases);
}

const four = (value: number) => value.toFixed(4);
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const WIDTH = 14;

function tell(evaluation: Evaluation | LogEvaluation, t: Words, say: Say): void {
  const { split, model, baseline, rateOnly, gain, calibration } = evaluation;
  if ('log' in evaluation) tellLog(evaluation, t, say);
  const { from, cut, until, snapshots, dossiers, lateShare } = split;
  const days = { from: formatCivilDate(from), cut: formatCivilDate(cut), until: formatMoment(until) };
  say.plain(t('risk.evaluation.split', { ...days, snapshots, dossiers, late: percent(lateShare) }));
  say.plain(t('risk.evaluation.model', { brier: four(model.brier), error: percent(model.calibrationError) }));
  const raw = { brier: four(baseline.brier), mapped: four(baseline.brierMapped) };
  say.plain(t('risk.evaluation.baseline', raw));
  say.plain(t('risk.evaluation.rate-only', { brier: four(rateOnly.brier) }));
  const bounds = { gain: four(gain.gain), low: four(gain.low), high: four(gain.high) };
  say.plain(t('risk.evaluation.gain', bounds));
  const { beforeApology: before } = evaluation;
  const unsaid = { snapshots: before.snapshots, brier: four(before.brier), mapped: four(before.brierMapped) };
  if (before.snapshots < snapshots) say.plain(t('risk.evaluation.before-apology', unsaid));
  const heads = ['range', 'count', 'said', 'came'].map((head) => t(`risk.evaluation.column.${head}`));
  say.plain(heads.map((head) => head.padStart(WIDTH)).join(''));
  for (const row of calibration) {
    const range = `${Math.round(row.from * 100)}–${Math.round(row.to * 100)} %`;
    const cells = [range, String(row.count), percent(row.said), percent(row.came)];
    say.plain(cells.map((cell) => cell.padStart(WIDTH)).join(''));
  }
}

/** Which limit was taken, and by which minutes. */
function tellLog({ log }: LogEvaluation, t: Words, say: Say): void {
  const { cases, withDue, limitMinutes: minutes, measured } = log;
  say.plain(t(`risk.evaluation.log.${measured}`, { cases, withDue, minutes }));
}

export const risk: Command = { usage, run };
