import type { Installation } from '../outside/installation.ts';
import { seeded } from '../outside/seeded.ts';
import { type Ceiling, measureCeiling } from './ceiling.ts';
import { type Desk, openDesks } from './desks.ts';
import type { DataSet, Say } from './kept-data.ts';
import { learnForms, prepareLives, runLives } from './lives.ts';
import { type MemoryWatch, watchMemory } from './memory.ts';
import { type LookUps, measureLookUps, measurePages } from './pages.ts';
import { type Percentiles, percentilesOf, round } from './percentiles.ts';
import { cpuOf } from './processes.ts';
import type { Recording } from './recording.ts';
import { secondsToFirstPage } from './starts.ts';
import { freeze, signedASecond, untilItRests } from './worker.ts';

export interface Amounts {
  readonly clients: number;
  readonly lives: number;
  readonly pages: number;
  readonly lookUps: number;
}

export interface LivesFigures {
  readonly aSecond: number;
  readonly pressesASecond: number;
  readonly presses: Readonly<Record<string, Percentiles>>;
  /** Milliseconds of processor time a life, of each part and of the clients. */
  readonly processorMs: Readonly<Record<string, number>>;
}

export interface SizeFigures {
  /** All that were there, with what was certified. */
  readonly dossiers: number;
  readonly ceiling: Ceiling;
  /** The worker stands still. */
  readonly lives: LivesFigures;
  /** The worker draws and signs beside it. */
  readonly livesWithWorker: LivesFigures;
  readonly ratio: number;
  readonly ratioInOnePiece: number;
  readonly papers: { readonly papers: number; readonly aSecond: number };
  readonly pages: Readonly<Record<string, Percentiles>>;
  readonly lookUps: LookUps;
  /** Highest PSS in MB from the start to the end. */
  readonly memoryMb: Readonly<Record<string, number>>;
  readonly secondsToFirstPage: number;
}

export interface Measuring {
  readonly set: DataSet;
  readonly size: number;
  readonly recording: Recording;
  readonly amounts: Amounts;
  readonly seed: number;
  readonly say: Say;
}

export async function measureSize(measuring: Measuring): Promise<SizeFigures> {
  const { set, size, recording, amounts, say } = measuring;
  const ceiling = await measureCeiling(set, size, recording, amounts.clients);
  say(`${size}: PostgreSQL alone does ${ceiling.oneByOne.toFixed(1)} lives a second`);
  const installation = await set.installation();
  const first = await secondsToFirstPage(installation);
  const dossiers = await countDossiers(installation);
  const memory = watchMemory(installation);
  try {
    const { lives, livesWithWorker, papers } = await measureLives(installation, measuring, memory);
    await untilItRests(installation);
    const pages = await measurePages(installation, amounts.pages, seeded(measuring.seed));
    say(`${size}: work list p95 ${pages['work list']?.p95} ms`);
    const lookUps = await measureLookUps(installation, amounts.lookUps, measuring.seed);
    const memoryMb = Object.fromEntries([...memory.end()].map(([part, mb]) => [part, Math.round(mb)]));
    return {
      ...{ dossiers, ceiling, lives, livesWithWorker, papers, pages, lookUps, memoryMb },
      ratio: round(lives.aSecond / ceiling.oneByOne, 2),
      ratioInOnePiece: round(lives.aSecond / ceiling.inOnePiece, 2),
      secondsToFirstPage: round(first),
    };
  } finally {
    memory.pause();
    await installation.stop();
  }
}

async function countDossiers(installation: Installation): Promise<number> {
  const [row] = await installation.rows<{ n: number }>('select count(*)::int as n from dossiers.dossier');
  return row?.n ?? 0;
}

async function measureLives(
  installation: Installation,
  { amounts, size, say }: Measuring,
  memory: MemoryWatch,
) {
  const desks = await openDesks(installation.address, amounts.clients);
  const thaw = freeze(installation);
  try {
    await timedLives(installation, desks, Math.ceil(amounts.lives / 4)); // what runs often has been compiled then
    memory.pause();
    const lives = await timedLives(installation, desks, amounts.lives);
    memory.goOn();
    say(`${size}: ${lives.aSecond} lives a second, ${JSON.stringify(lives.processorMs)} ms each`);
    const papers = await signedASecond(installation, thaw);
    say(`${size}: ${papers.aSecond.toFixed(1)} papers a second`);
    const livesWithWorker = await timedLives(installation, desks, Math.ceil(amounts.lives / 2));
    say(`${size}: ${livesWithWorker.aSecond} lives a second beside the worker`);
    return { lives, livesWithWorker, papers: { ...papers, aSecond: round(papers.aSecond) } };
  } finally {
    thaw();
  }
}

async function timedLives(
  installation: Installation,
  desks: readonly Desk[],
  count: number,
): Promise<LivesFigures> {
  const [desk] = desks;
  if (!desk) throw new Error('no desk');
  const forms = await learnForms(desk);
  const prepared = await prepareLives(desks, count);
  const times = new Map<string, number[]>();
  const [start, postmaster] = [installation.running.process.pid ?? 0, installation.postgresPid()];
  const [before, mine] = [cpuOf(start, postmaster), process.cpuUsage()];
  const seconds = await runLives(prepared, forms, ({ slug, ms }) => {
    const own = times.get(slug) ?? [];
    own.push(ms);
    times.set(slug, own);
  });
  const [after, { user, system }] = [cpuOf(start, postmaster), process.cpuUsage(mine)];
  const used = [...after].map(([part, ms]) => [part, round((ms - (before.get(part) ?? 0)) / count)] as const);
  const presses = [...times.values()].reduce((so, all) => so + all.length, 0);
  return {
    aSecond: round(count / seconds),
    pressesASecond: round(presses / seconds),
    presses: Object.fromEntries([...times].map(([slug, all]) => [slug, percentilesOf(all)])),
    processorMs: { ...Object.fromEntries(used), clients: round((user + system) / 1000 / count) },
  };
}
