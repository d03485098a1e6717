import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runFacts } from '../outside/run-facts.ts';
import { dueDatesASecond } from './due-dates.ts';
import { DataSet, type Say, type Sizes } from './kept-data.ts';
import { type Amounts, measureSize, type SizeFigures } from './measure.ts';
import { keepPlans, writePlans } from './plans.ts';
import { measureRecomputing } from './recompute.ts';
import { recordLives } from './recording.ts';
import { type BenchResult, markdownOf } from './report.ts';
import { measureStarts } from './starts.ts';

const HELP = `./motcua bench [--quick] [--write] [--seed N] [FOLDER]

Development: figures of the built program, on the half-year of a demo (25,000 dossiers) and on a million made of it.
FOLDER   where the data set is kept between runs: bench-data, or DATA_DIR; 15 GB
--quick  a tenth of the dossiers in a data set of its own, few of everything: does it run?
--seed   the draws of an earlier run again
--write  puts the figures into docs/performance.md, the query plans into docs/performance/
The result lies in FOLDER/result.json and FOLDER/result.md.`;

const options = {
  quick: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  seed: { type: 'string', default: '20220725' },
  help: { type: 'boolean', default: false },
} as const;

const root = join(import.meta.dirname, '..');

interface Wanted {
  readonly quick: boolean;
  readonly write: boolean;
  readonly seed: number;
  readonly folder: string;
}

function read(): Wanted | 'help' | 'wrong' {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const seed = Number(values.seed);
    if (values.help) return 'help';
    if (positionals.length > 1 || !Number.isSafeInteger(seed)) return 'wrong';
    const from = process.env['MOTCUA_CWD'] ?? process.cwd();
    const named = positionals[0] ?? process.env['DATA_DIR'];
    const folder = named
      ? resolve(from, named)
      : join(root, values.quick ? 'bench-data-quick' : 'bench-data');
    return { quick: values.quick, write: values.write, seed, folder };
  } catch {
    return 'wrong';
  }
}

const small: { readonly sizes: Sizes; readonly amounts: Amounts } = {
  sizes: { halfYear: 2_500, multiplied: 25_000 },
  amounts: { clients: 8, lives: 96, pages: 20, lookUps: 100 },
};
const full: { readonly sizes: Sizes; readonly amounts: Amounts } = {
  sizes: { halfYear: 25_000, multiplied: 1_000_000 },
  amounts: { clients: 8, lives: 600, pages: 200, lookUps: 1_000 },
};

async function bench({ quick, seed, folder, write }: Wanted, say: Say): Promise<BenchResult> {
  const facts = runFacts();
  const started = performance.now();
  const { sizes: wanted, amounts } = quick ? small : full;
  say(`due dates`);
  const dueDates = dueDatesASecond(quick ? 1 : 5, seed);
  say(`${Math.round(dueDates)} due dates a second; a start from nothing`);
  const starts = await measureStarts();
  const set = new DataSet(folder, wanted, say);
  const made = await set.make();
  say('recording the statements of lives');
  const recording = await recordLives(set, wanted.halfYear, amounts.lives);
  const sizes: SizeFigures[] = [];
  for (const size of [wanted.halfYear, wanted.multiplied]) {
    sizes.push(await measureSize({ set, size, recording, amounts, seed, say }));
    say(`${size}: query plans`);
    writePlans(
      write ? join(root, 'docs', 'performance') : join(folder, 'plans'),
      size,
      await keepPlans(set, seed),
    );
  }
  const recomputing = await measureRecomputing(set, wanted.halfYear, quick ? 1_000 : 100_000, say);
  return {
    ...facts,
    ...{ quick, seed, starts, sizes, recomputing },
    seconds: Math.round((performance.now() - started) / 1000),
    dataSet: {
      gigabytes: Number((await set.gigabytes()).toFixed(1)),
      secondsOfHalfYear: made.halfYear,
      secondsOfMultiplied: made.multiplied,
    },
    dueDatesASecond: dueDates,
  };
}

const BEGIN = '<!-- figures -->';
const END = '<!-- /figures -->';

/** Into the page that people write, between its marks. */
function intoPage(text: string): void {
  const file = join(root, 'docs', 'performance.md');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `# Figures\n\n${BEGIN}\n${END}\n`;
  const [head, rest = ''] = before.split(BEGIN, 2);
  const tail = rest.split(END, 2)[1] ?? '';
  writeFileSync(file, `${head}${BEGIN}\n\n${text}${END}${tail}`);
}

const wanted = read();
if (wanted === 'help' || wanted === 'wrong') {
  console.log(HELP);
  process.exit(wanted === 'help' ? 0 : 2);
}
const begun = performance.now();
const say: Say = (progress) => {
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(
    `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}  ${progress}`,
  );
};
mkdirSync(wanted.folder, { recursive: true });
const result = await bench(wanted, say);
const text = markdownOf(result);
writeFileSync(join(wanted.folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
writeFileSync(join(wanted.folder, 'result.md'), text);
if (wanted.write) intoPage(text);
console.log(text);
process.exit(0);
