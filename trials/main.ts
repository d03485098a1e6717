import { parseArgs } from 'node:util';
import { runFacts } from '../outside/run-facts.ts';
import { seeded } from '../outside/seeded.ts';
import { clockOf, keepResult, type TrialResult, writeResult } from './result.ts';
import type { Trial, TrialRun } from './trial.ts';

/** Each is read only when it runs. */
const trials: Readonly<Record<string, () => Promise<Trial>>> = {
  crash: async () => (await import('./crash/crash.ts')).crash,
  concurrency: async () => (await import('./concurrency/concurrency.ts')).concurrency,
  hostile: async () => (await import('./hostile/hostile.ts')).hostile,
  outage: async () => (await import('./outage/outage.ts')).outage,
  soak: async () => (await import('./soak/soak.ts')).soak,
};

const HELP = `./motcua trial NAME [--long] [--minutes N] [--seed N] [--write]

Development: tries the program with accidents, in an installation of its own in a temporary folder.
NAME: ${Object.keys(trials).join(', ')}.
--long     the long form instead of the one that the build runs
--minutes  no longer than so many minutes; what was not tried then stands in the result
--seed     the draws of an earlier run again
--write    puts the result into docs/trials/NAME.md
The result lies in data-trials/NAME-short.json or data-trials/NAME-long.json. Ends with 1 when something went wrong.`;

const options = {
  long: { type: 'boolean', default: false },
  minutes: { type: 'string', default: '120' },
  seed: { type: 'string', default: '20220725' },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Form = Pick<TrialRun, 'long' | 'seed' | 'limitMs'>;

async function perform(name: string, trial: Trial, { long, seed, limitMs }: Form): Promise<TrialResult> {
  const facts = runFacts();
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const figures: Record<string, number | string> = {};
  const problems: string[] = [];
  const leftOut: string[] = [];
  const say = (progress: string) => console.log(`${name} ${clockOf(seconds())}  ${progress}`);
  const problem = (what: string) => {
    problems.push(what);
    if (problems.length <= 50) say(`PROBLEM: ${what}`);
  };
  say(trial.about);
  try {
    await trial.run({
      long,
      seed,
      limitMs,
      random: seeded(seed),
      say,
      problem,
      problems: () => problems.length,
      leftOut: (what) => void leftOut.push(what),
      figure: (what, value) => {
        figures[what] = value;
      },
    });
  } catch (error) {
    problem(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const form = long ? 'long' : 'short';
  const ok = problems.length === 0;
  return {
    trial: name,
    form,
    ok,
    seed,
    seconds: Math.round(seconds()),
    ...facts,
    figures,
    problems,
    leftOut,
  };
}

function read() {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [name = '', ...more] = positionals;
    const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
    const load = Object.hasOwn(trials, name) ? trials[name] : undefined;
    return load && more.length === 0 && Number.isSafeInteger(seed) && minutes > 0
      ? { ...values, name, load, seed, limitMs: minutes * 60_000 }
      : { ...values, load: undefined };
  } catch {
    return { help: false, load: undefined };
  }
}

const wanted = read();
if (wanted.load === undefined || wanted.help) {
  console.log(HELP);
  process.exit(wanted.help ? 0 : 2);
}
const { name, load, seed, long, limitMs, write } = wanted;
const result = await perform(name, await load(), { long, seed, limitMs });
for (const [what, value] of Object.entries(result.figures)) console.log(`  ${what}: ${value}`);
for (const what of result.leftOut) console.log(`  left out: ${what}`);
console.log(
  `${name} ${result.ok ? 'passed' : `found ${result.problems.length} problems`}: ${keepResult(result)}`,
);
if (write) console.log(writeResult(result));
process.exit(result.ok ? 0 : 1);
