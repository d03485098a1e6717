import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Installation } from '../../outside/installation.ts';
import { seeded } from '../../outside/seeded.ts';
import type { Trial, TrialRun } from '../trial.ts';
import { startDemo, withInstallation } from '../with-installation.ts';
import { compare } from './compare.ts';
import { tryFirstStart } from './first-start.ts';
import { drawTarget, kill, killRecovery } from './kills.ts';
import { Memory } from './memory.ts';
import { arm, hasFired, namedPlaces } from './points.ts';
import { openDesks, work } from './work.ts';

const SHORT_KILLS = 100;
const SHORT_KILLS_MS = 150_000;
const LONG_ACTIONS = 100_000;
/** So many answers come between two kills of the long form: most of its time would be recoveries otherwise. */
const LONG_BETWEEN = { least: 300, most: 700 };
/** The long form needs so much for what comes before and after the random kills. */
const AROUND_KILLS_MS = 10 * 60_000;
const LONGEST_PAUSE_MS = 400;
const INTO_RECOVERY = 0.25;
/** As long as this nobody may go without an answer: a disk that others use may make a recovery long. */
const SILENCE_MS = 300_000;
const SETTLE_MS = 120_000;

const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

export const crash: Trial = {
  about: 'kill -9 of web, worker, PostgreSQL and the whole while eight clients work',
  run: async (run) => {
    const armed = mkdtempSync(join(tmpdir(), 'motcua-armed-'));
    const program = pathToFileURL(join(import.meta.dirname, 'die-here.ts')).href;
    const env = { NODE_OPTIONS: `--import=${program}`, MOTCUA_TRIAL_ARMED: armed };
    const places = namedPlaces();
    const ofStart = places.filter((place) => place.startsWith('start/'));
    const ofLife = places.filter((place) => !ofStart.includes(place));
    run.figure('Named places', places.length);
    try {
      await tryFirstStart(run, env, { armed, places: ofStart });
      await withInstallation(run, (installation) => tryLife(run, installation, armed, ofLife), env);
    } finally {
      rmSync(armed, { recursive: true, force: true });
    }
  },
};

async function tryLife(run: TrialRun, installation: Installation, armed: string, places: readonly string[]) {
  await startDemo(installation);
  const memory = new Memory();
  const desks = await openDesks(installation.address, run.problem);
  let over = false;
  const working = Promise.all(desks.map((desk, at) => work(desk, memory, seeded(run.seed + at), () => over)));
  const failed = working.then(() => undefined).catch((error: unknown) => error);
  const trying = async () => {
    await dieAtPlaces(run, { memory, armed, places });
    await dieAtRandom(run, installation, memory);
    for (const place of rare.filter((one) => places.includes(one))) await untilFired(armed, place);
    if (run.long) await dieWhileRecovering(run, installation, memory);
    else
      run.leftOut('the kill of a recovering PostgreSQL: the program ends it after five minutes (long form)');
  };
  const trouble = await Promise.race([
    trying(),
    failed.then((error) => (error ? Promise.reject(error) : undefined)),
  ]).catch((error: unknown) => error);
  over = true;
  if (trouble) {
    run.say(await whoWaits(installation));
    throw trouble;
  }
  await working;
  run.figure('Acknowledged actions', memory.count);
  run.figure('Dossiers', memory.done.size);
  run.figure(
    'Asked again',
    desks.reduce((sum, desk) => sum + Object.values(desk).reduce((all, one) => all + one.again, 0), 0),
  );
  run.say('comparing');
  await settle(run, installation);
  await compare(installation, memory, run.problem);
  await restart(run, installation);
}

/** For whoever looks for the cause: what the server's processes are at. */
async function whoWaits(installation: Installation): Promise<string> {
  const rows = await installation
    .rows<{ line: string }>(
      `select concat_ws(' ', pid, backend_type, usename, state, wait_event_type, wait_event, now() - state_change,
              left(query, 80)) as line from pg_stat_activity`,
    )
    .catch((error: unknown) => [{ line: String(error) }]);
  const disk = readFileSync('/proc/pressure/io', 'utf8');
  return [...rows.map(({ line }) => line), disk].join('\n');
}

interface Points {
  readonly memory: Memory;
  readonly armed: string;
  readonly places: readonly string[];
}

/**
 * At each named place the program dies once and PostgreSQL once; in the short form one of both, drawn. Where somebody
 * comes by once a minute, the others go on meanwhile.
 */
async function dieAtPlaces(run: TrialRun, { memory, armed, places }: Points): Promise<void> {
  const ways = (place: string) => (rare.includes(place) || !run.long ? [run.random.pick(both)] : both);
  const deaths = run.random.shuffled(places.flatMap((place) => ways(place).map((how) => ({ place, how }))));
  const common = deaths.filter(({ place }) => !rare.includes(place));
  for (const { place, how } of deaths.filter((death) => !common.includes(death)))
    arm(armed, place, { how, passings: 0 });
  let died = 0;
  for (const { place, how } of common) {
    await memory.next(SILENCE_MS);
    arm(armed, place, { how, passings: run.random.between(0, 2) });
    await untilFired(armed, place);
    died += 1;
    if (died % 5 === 0) run.say(`${died} deaths at named places, ${memory.count} acknowledged`);
  }
  run.figure('Deaths at named places', deaths.length);
}

const both = ['self', 'postgres'] as const;
const rare = ['audit/sealed'];

async function untilFired(armed: string, place: string): Promise<void> {
  const until = performance.now() + SILENCE_MS;
  while (!hasFired(armed, place)) {
    if (performance.now() > until) throw new Error(`nobody came by ${place}`);
    await pause(20);
  }
}

/** Each kill comes at a random moment: mostly after somebody was answered again, sometimes into the recovery. */
async function dieAtRandom(run: TrialRun, installation: Installation, memory: Memory): Promise<void> {
  const killed = new Map<string, number>();
  let kills = 0;
  const until = performance.now() + (run.long ? run.limitMs - AROUND_KILLS_MS : SHORT_KILLS_MS);
  const isEnough = () => (run.long ? memory.count >= LONG_ACTIONS : kills >= SHORT_KILLS);
  while (!isEnough() && performance.now() < until) {
    const answers = run.long ? run.random.between(LONG_BETWEEN.least, LONG_BETWEEN.most) : 1;
    const isAgain = kills > 0 && run.random.next() < INTO_RECOVERY;
    for (let answer = 0; answer < answers && !isAgain; answer += 1) await memory.next(SILENCE_MS);
    await pause(run.random.between(0, LONGEST_PAUSE_MS));
    const target = drawTarget(run.random);
    await kill(installation, target, run.random);
    kills += 1;
    killed.set(target, (killed.get(target) ?? 0) + 1);
    if (kills % 10 === 0) run.say(`${kills} kills, ${memory.count} acknowledged`);
  }
  if (!isEnough())
    run.leftOut(
      run.long
        ? `${LONG_ACTIONS - memory.count} of ${LONG_ACTIONS} acknowledged actions: the time was over`
        : `${SHORT_KILLS - kills} of ${SHORT_KILLS} random kills: the time was over`,
    );
  run.figure(
    'Random kills',
    `${kills} (${[...killed].map(([what, times]) => `${what} ${times}`).join(', ')})`,
  );
}

/** PostgreSQL is not there again by itself; somebody is answered when the program has ended it and started it again. */
async function dieWhileRecovering(run: TrialRun, installation: Installation, memory: Memory): Promise<void> {
  await memory.next(SILENCE_MS);
  const started = performance.now();
  await killRecovery(installation);
  await pause(LONGEST_PAUSE_MS);
  await memory.next(3 * SILENCE_MS);
  run.figure(
    'Without answer after the kill of a recovery',
    `${Math.round((performance.now() - started) / 1000)} s`,
  );
}

/** Until the worker has done what waits; what nobody begins again would wait for hours. */
async function settle(run: TrialRun, installation: Installation): Promise<void> {
  const until = performance.now() + SETTLE_MS;
  for (;;) {
    const [queue] = await installation.rows<{ waiting: number; held: number }>(
      `select count(*)::int as waiting, count(locked_at)::int as held
         from graphile_worker._private_jobs where attempts < max_attempts and run_at <= now()`,
    );
    if (queue?.waiting === 0) return;
    if (performance.now() > until)
      return run.problem(`${queue?.waiting} jobs still wait, ${queue?.held} of them held`);
    await pause(100);
  }
}

async function restart(run: TrialRun, installation: Installation): Promise<void> {
  const verified = await installation.command('verify', '--json');
  if (verified.code !== 0) run.problem(`verify: ${verified.printed}`);
  const [queue] = await installation.rows<{ given: number }>(
    'select count(*)::int as given from graphile_worker._private_jobs where attempts >= max_attempts',
  );
  if (queue?.given !== 0) run.problem(`${queue?.given} jobs were given up`);
  installation.running.process.kill('SIGTERM');
  const code = await installation.running.ended;
  if (code !== 0) run.problem(`the program stopped with ${code}`);
  await installation.start();
  if (!(await installation.verify()).ok) run.problem('verify after a restart');
}
