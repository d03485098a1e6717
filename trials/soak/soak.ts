import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '../../outside/installation.ts';
import { type Part, parts } from '../../outside/process-facts.ts';
import { seeded } from '../../outside/seeded.ts';
import type { Trial, TrialRun } from '../trial.ts';
import { startDemo, withInstallation } from '../with-installation.ts';
import { arrive, type People, turn } from './day.ts';
import { median, quarters, type Sample, takeSample } from './samples.ts';

const forms = {
  short: { ms: 45_000, everyMs: 1_500, grow: null, longestPauseMs: 0 },
  long: { ms: 3_600_000, everyMs: 10_000, grow: 1.1, longestPauseMs: 1_500 },
} as const;
const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** A minute is too short for a program to have read all that it reads: there only the highest counts. */
const MOST_BYTES: Readonly<Record<Part, number>> = {
  start: 300 * 2 ** 20,
  web: 300 * 2 ** 20,
  worker: 200 * 2 ** 20,
  papers: 300 * 2 ** 20,
  postgres: 300 * 2 ** 20,
};
/** What every program may need more for no reason: pages of code that are read in, a cache that fills. */
const SLACK_BYTES = 12 * 2 ** 20;
const SLACK_FILES = 6;
/** Pools of web, worker and queue, the lock of the start, and the worker's own. */
const MOST_CONNECTIONS = 10 + 4 + 5 + 2;

export const soak: Trial = {
  about: 'a working day goes on and on: memory, connections and open files stay as they are',
  run: (run) => withInstallation(run, (installation) => goOn(run, installation)),
};

async function goOn(run: TrialRun, installation: Installation): Promise<void> {
  await startDemo(installation);
  const { everyMs, longestPauseMs, ...form } = run.long ? forms.long : forms.short;
  const ms = Math.min(form.ms, run.limitMs);
  if (ms < form.ms) run.leftOut(`${Math.round((form.ms - ms) / 60_000)} of ${form.ms / 60_000} minutes`);
  await installation.command('setting', 'portal.look-ups', '{"hits":100000,"minutes":10}');
  const people = await arrive(installation.address);
  const numbers: string[] = [];
  const until = performance.now() + ms;
  let turns = 0;
  const work = async (one: People, at: number) => {
    const random = seeded(run.seed + at);
    while (performance.now() < until) {
      const wrong = await turn(one, numbers, random);
      if (wrong) run.problem(wrong);
      turns += 1;
      await pause(random.between(0, longestPauseMs)); // people read what they see
    }
  };
  const working = Promise.all(people.map(work));
  const samples: Sample[] = [];
  while (performance.now() < until) {
    await pause(everyMs);
    samples.push(await takeSample(installation));
    if (samples.length % 10 === 0) tell(run, samples, turns);
  }
  await working;
  keep(run, samples);
  run.figure('Turns', turns);
  run.figure('Dossiers', numbers.length);
  judge(run, samples);
  if (!(await installation.verify()).ok) run.problem('verify');
}

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

function tell(run: TrialRun, samples: readonly Sample[], turns: number): void {
  const last = samples.at(-1);
  const memory = parts.map((part) => `${part} ${megabytes(last?.memory[part] ?? 0)}`).join(', ');
  run.say(`${turns} turns; MB: ${memory}; ${last?.connections} connections`);
}

/** In an hour the median of the last quarter is at most so much more than that of the second. */
function judge(run: TrialRun, samples: readonly Sample[]): void {
  const { grow } = run.long ? forms.long : forms.short;
  if (grow)
    run.figure(
      'Rule',
      `last quarter ≤ second quarter × ${grow} + ${megabytes(SLACK_BYTES)} MB, medians (PSS)`,
    );
  const { second, last } = quarters(samples);
  for (const part of parts) {
    const memory = (some: readonly Sample[]) => median(some.map((sample) => sample.memory[part]));
    const [before, after] = [memory(second), memory(last)];
    run.figure(
      `Memory of ${part}`,
      `${megabytes(before)} → ${megabytes(after)} MB, highest ${highest(samples, part)} MB`,
    );
    if (highest(samples, part) > megabytes(MOST_BYTES[part]))
      run.problem(`${part} took ${highest(samples, part)} MB`);
    if (grow && after > before * grow + SLACK_BYTES)
      run.problem(`${part} grows: ${megabytes(before)} → ${megabytes(after)} MB`);
    const files = (some: readonly Sample[]) => median(some.map((sample) => sample.openFiles[part]));
    const [opened, open] = [files(second), files(last)];
    // of PostgreSQL each connection opens the tables that it reads
    if (part !== 'postgres' && open > opened + SLACK_FILES)
      run.problem(`${part} opens files: ${opened} → ${open}`);
    run.figure(`Open files of ${part}`, `${opened} → ${open}`);
  }
  const connections = Math.max(...samples.map((sample) => sample.connections));
  run.figure('Most connections', connections);
  if (connections > MOST_CONNECTIONS)
    run.problem(`${connections} connections, ${MOST_CONNECTIONS} are allowed`);
  const uploads = Math.max(...last.map((sample) => sample.uploads));
  if (uploads > 4) run.problem(`${uploads} temporary copies of uploads lie about`);
}

function highest(samples: readonly Sample[], part: Part): number {
  return megabytes(Math.max(...samples.map((sample) => sample.memory[part])));
}

/** Every sample, for whoever wants to see the curve. */
function keep(run: TrialRun, samples: readonly Sample[]): void {
  const folder = join(import.meta.dirname, '..', '..', 'data-trials');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `soak-samples-${run.long ? 'long' : 'short'}.jsonl`);
  appendFileSync(file, samples.map((sample) => `${JSON.stringify(sample)}\n`).join(''), { flag: 'w' });
}
