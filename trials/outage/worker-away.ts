import { dossierPath } from '../../outside/counter-client.ts';
import { textOf } from '../../outside/http-client.ts';
import type { Installation } from '../../outside/installation.ts';
import type { TrialRun } from '../trial.ts';
import type { Desk } from './desk.ts';
import { areResultsDrawn, pause, until } from './waiting.ts';

const AWAY_MS = { short: 8_000, long: 60_000 };
const BACK_MS = 60_000;
/** Whoever opens a paper need not wait for the worker: the page draws it. The others are the worker's. */
const OPENED = 2;

/** It stands still for a while, then it is killed: reception, work and signing go on; the papers come afterwards. */
export async function tryWorkerAway(run: TrialRun, installation: Installation, desk: Desk): Promise<void> {
  const worker = installation.pidOf('worker');
  if (worker === undefined) return run.problem('there is no worker');
  const before = await signed(installation);
  process.kill(worker, 'SIGSTOP');
  run.say('the worker stands still');
  let numbers: string[];
  try {
    numbers = await signMeanwhile(run, desk);
    for (const number of numbers.slice(0, OPENED)) await lookAtResult(run, desk, number);
  } finally {
    process.kill(worker, 'SIGCONT');
  }
  const all = before + numbers.length;
  const caughtUp = await until(run, 'the papers after the worker went on', BACK_MS, () =>
    areResultsDrawn(installation, all),
  );
  run.figure(
    'Signed while the worker stood still',
    `${numbers.length}, of which ${Math.min(OPENED, numbers.length)} were opened; all drawn ${caughtUp ?? 'never'} after it went on`,
  );
  process.kill(worker, 'SIGKILL');
  await desk.decideOne();
  const again = await until(run, 'a paper after the worker was killed', BACK_MS, () =>
    areResultsDrawn(installation, all + 1),
  );
  run.figure('A paper after the worker was killed', again ?? 'never');
}

async function signMeanwhile(run: TrialRun, desk: Desk): Promise<string[]> {
  const numbers: string[] = [];
  const end = performance.now() + (run.long ? AWAY_MS.long : AWAY_MS.short);
  while (performance.now() < end) {
    numbers.push(await desk.decideOne());
    await pause(500);
  }
  return numbers;
}

/** The page stands; a paper that is not drawn yet says so and is no failure. */
async function lookAtResult(run: TrialRun, { clerk }: Desk, number: string): Promise<void> {
  const page = await clerk.get(dossierPath(number));
  if (page.status !== 200) run.problem(`${number} was answered ${page.status} while the worker stood still`);
  const papers = [...page.body.matchAll(/href="([^"]+\.pdf)"/g)].map(([, href = '']) => href);
  for (const paper of papers) {
    const answer = await clerk.get(paper);
    if (answer.status >= 500) run.problem(`${paper}: ${answer.status} ${textOf(answer.body).slice(0, 200)}`);
  }
}

async function signed(installation: Installation): Promise<number> {
  const [row] = await installation.rows<{ signed: number }>(
    'select count(*)::int as signed from documents.signature',
  );
  return row?.signed ?? 0;
}
