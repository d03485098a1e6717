import { parseArgs } from 'node:util';
import { formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { workCalendarFor } from '#modules/calendar/index.ts';
import { findLog, readLogCases } from '#modules/flow/index.ts';
import {
  type Compared,
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
baseline elapsed ÷ limit as it is and on its best rising curve; where nobody had apologised yet; by the moment at which
it is asked; months each learnt until they began; calibration: of what was said so, how much came.
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
const WIDTH = 17;

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
  tellCompared(evaluation, t, say);
  tellCalibration(calibration, t, say);
  say.plain(t('risk.evaluation.over-months-calibration'));
  tellCalibration(evaluation.overMonths.before.calibration, t, say);
}

/** A line each: the model beside the best baseline, asked the same. */
function tellCompared(
  { beforeApology, byMoment, byMonth, overMonths }: Evaluation,
  t: Words,
  say: Say,
): void {
  const line = (of: string, { snapshots, brier, brierMapped, gain }: Compared) =>
    say.plain(
      t('risk.evaluation.compared', {
        ...{ of, snapshots, brier: four(brier), mapped: four(brierMapped) },
        ...{ gain: four(gain.gain), low: four(gain.low), high: four(gain.high) },
      }),
    );
  line(t('risk.evaluation.of.before-apology'), beforeApology);
  for (const one of byMoment) line(t(`risk.evaluation.of.${one.moment}`), one);
  for (const { month, before } of byMonth)
    line(t('risk.evaluation.of.month', { month: `${month.slice(5, 7)}/${month.slice(0, 4)}` }), before);
  line(t('risk.evaluation.of.over-months'), overMonths.before);
}

function tellCalibration(rows: Evaluation['calibration'], t: Words, say: Say): void {
  const heads = ['range', 'count', 'dossiers', 'said', 'came', 'bounds'] as const;
  say.plain(heads.map((head) => t(`risk.evaluation.column.${head}`).padStart(WIDTH)).join(''));
  for (const { from, to, count, dossiers, said, came, low, high } of rows) {
    const range = `${Math.round(from * 100)}–${Math.round(to * 100)} %`;
    const bounds = `${percent(low)}–${percent(high)}`;
    const cells = [range, String(count), String(dossiers), percent(said), percent(came), bounds];
    say.plain(cells.map((cell) => cell.padStart(WIDTH)).join(''));
  }
}

/** Which limit was taken, and by which minutes. */
function tellLog({ log }: LogEvaluation, t: Words, say: Say): void {
  const { cases, withDue, limitMinutes: minutes, measured } = log;
  say.plain(t(`risk.evaluation.log.${measured}`, { cases, withDue, minutes }));
}

export const risk: Command = { usage, run };
