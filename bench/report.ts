import type { RunFacts } from '../outside/run-facts.ts';
import { LEADERS_PAGE } from './asked-pages.ts';
import type { SizeFigures } from './measure.ts';
import type { Percentiles } from './percentiles.ts';
import type { Recomputing } from './recompute.ts';
import type { Starts } from './starts.ts';

export interface BenchResult extends RunFacts {
  readonly quick: boolean;
  readonly seed: number;
  readonly seconds: number;
  readonly dataSet: {
    readonly gigabytes: number;
    /** Undefined: kept from an earlier run. */
    readonly secondsOfHalfYear?: number | undefined;
    readonly secondsOfMultiplied?: number | undefined;
  };
  readonly dueDatesASecond: number;
  readonly starts: Starts;
  readonly sizes: readonly SizeFigures[];
  readonly recomputing: Recomputing;
}

type Row = readonly (string | number)[];

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const three = ({ p50, p95, p99 }: Percentiles): string => `${p50} / ${p95} / ${p99}`;

/** What a person reads; the same stands in the JSON beside it. */
export function markdownOf(result: BenchResult): string {
  const { sizes } = result;
  const head = ['', 'Goal', ...sizes.map(({ dossiers }) => `${dossiers} dossiers`)];
  const ofSizes = (rows: readonly Figure[]) =>
    table(
      head,
      rows.map(({ name, goal, of }) => [name, goal, ...sizes.map(of)]),
    );
  return [
    table(['', ''], factsOf(result)),
    ofSizes(livesOf(sizes)),
    `Milliseconds, p50 / p95 / p99; presses with 8 clients, pages with one.\n\n${ofSizes(timesOf(sizes))}`,
    ofSizes(lookUps),
    `Highest memory (PSS, MB).\n\n${ofSizes(memoryOf(sizes))}`,
    table(['', 'Goal', ''], othersOf(result)),
    '',
  ].join('\n\n');
}

interface Figure {
  readonly name: string;
  readonly goal: string;
  readonly of: (one: SizeFigures) => string | number;
}

const figure = (name: string, goal: string, of: Figure['of']): Figure => ({ name, goal, of });

function factsOf({ machine, ...result }: BenchResult): Row[] {
  const { processor, cores, memoryGb, system, node } = machine;
  return [
    ['Command', `\`./motcua bench${result.quick ? ' --quick' : ''} --seed ${result.seed}\``],
    ['Commit', `${result.commit}${result.changed ? ' with changes' : ''}`],
    ['Machine', `${processor}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}`],
    ['Begun, lasted', `${result.startedAt.slice(0, 16).replace('T', ' ')} UTC, ${result.seconds} s`],
    ['Data set', `${result.dataSet.gigabytes} GB${made(result.dataSet)}`],
  ];
}

function made({ secondsOfHalfYear, secondsOfMultiplied }: BenchResult['dataSet']): string {
  const parts = [
    ...(secondsOfHalfYear === undefined ? [] : [`half-year made and started in ${secondsOfHalfYear} s`]),
    ...(secondsOfMultiplied === undefined ? [] : [`multiplied in ${secondsOfMultiplied} s`]),
  ];
  return parts.length === 0 ? ', kept from before' : `, ${parts.join(', ')}`;
}

const livesOf = ([first]: readonly SizeFigures[]): Figure[] => [
  figure('Whole lives a second, 8 clients, the worker stands still', '60', ({ lives }) => lives.aSecond),
  figure('Presses a second', '480', ({ lives }) => lives.pressesASecond),
  figure('The same statements straight to PostgreSQL, lives a second', '', ({ ceiling }) =>
    ceiling.oneByOne.toFixed(1),
  ),
  figure('Ratio', '> 0.25', ({ ratio }) => ratio),
  figure('Those of a transaction in one piece, lives a second', '', ({ ceiling }) =>
    ceiling.inOnePiece.toFixed(1),
  ),
  figure('Ratio to that', '', ({ ratioInOnePiece }) => ratioInOnePiece),
  figure('Statements a life', '', ({ ceiling }) => ceiling.statementsALife.toFixed(1)),
  figure('Lives a second while the worker draws and signs', '', (one) => one.livesWithWorker.aSecond),
  figure('Papers drawn and signed a second, worker alone', '30', ({ papers }) => papers.aSecond),
  ...Object.keys(first?.lives.processorMs ?? {}).map((part) =>
    figure(`Processor of ${part}, ms a life`, '', ({ lives }) => lives.processorMs[part] ?? 0),
  ),
];

const timesOf = ([first]: readonly SizeFigures[]): Figure[] => [
  ...Object.keys(first?.lives.presses ?? {}).map((slug) =>
    figure(`press \`${slug}\``, '', ({ lives }) => three(lives.presses[slug] ?? none)),
  ),
  ...Object.keys(first?.pages ?? {}).map((name) =>
    figure(name, goalOf(name), ({ pages }) => three(pages[name] ?? none)),
  ),
];

function goalOf(page: string): string {
  if (page === WORK_LIST) return 'p95 < 50';
  if (page === LEADERS_PAGE) return 'p95 < 150';
  return page.startsWith('report:') ? '< 1000' : '';
}

const lookUps: readonly Figure[] = [
  figure('Look-up of a known number, median ms', '', (one) => one.lookUps.knownMedian),
  figure('Of an unknown number, median ms', 'within 1 ms', (one) => one.lookUps.unknownMedian),
  figure('Start to the first page, s', '', (one) => one.secondsToFirstPage),
];

const memoryOf = ([first]: readonly SizeFigures[]): Figure[] => [
  ...Object.keys(first?.memoryMb ?? {}).map((part) =>
    figure(part, '', ({ memoryMb }) => memoryMb[part] ?? 0),
  ),
  figure('web + worker + papers', '< 400', ({ memoryMb: { web = 0, worker = 0, papers = 0 } }) =>
    Math.round(web + worker + papers),
  ),
];

function othersOf({ sizes, starts, dueDatesASecond, recomputing }: BenchResult): Row[] {
  const workList = (one: SizeFigures | undefined) => one?.pages[WORK_LIST]?.p95 ?? 0;
  const grown = workList(sizes.at(-1)) / workList(sizes[0]);
  return [
    ['Due dates a second, one core', '20,000', Math.round(dueDatesASecond)],
    ['Cold start from nothing to the first page, s', '', starts.cold.toFixed(1)],
    ['Second start to the first page, s', '', starts.second.toFixed(1)],
    [
      `A day off: ${recomputing.moved} of ${recomputing.open} open dossiers get another date, s`,
      '10',
      recomputing.seconds.toFixed(1),
    ],
    ['As many rows written by PostgreSQL by itself, s', '', recomputing.floorSeconds.toFixed(1)],
    ['Ratio of the two', '', (recomputing.floorSeconds / recomputing.seconds).toFixed(2)],
    [
      'Processor of the day off: worker, PostgreSQL, s',
      '',
      `${recomputing.processor.worker.toFixed(1)}, ${recomputing.processor.postgresql.toFixed(1)}`,
    ],
    ['Work list p95, largest to smallest', '≤ 1.5', grown.toFixed(2)],
  ];
}

const WORK_LIST = 'work list';
const none: Percentiles = { count: 0, p50: 0, p95: 0, p99: 0 };
