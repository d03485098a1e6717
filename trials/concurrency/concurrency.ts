import { acceptDossier, dossierPath } from '../../outside/counter-client.ts';
import { type Answer, Client, signedIn, textOf } from '../../outside/http-client.ts';
import type { Installation } from '../../outside/installation.ts';
import { type Seeded, seeded } from '../../outside/seeded.ts';
import type { Trial, TrialRun } from '../trial.ts';
import { startDemo, withInstallation } from '../with-installation.ts';
import {
  type Prepared,
  prepareAcceptance,
  prepareCertification,
  prepareCommand,
  prepareForm,
  prepareMany,
  prepareReturn,
} from './prepared.ts';
import { expectWhole } from './whole.ts';

const SHORT_MS = 20_000;
const LONG_MS = 20 * 60_000;
const DOSSIERS = 10;
/** So often all press at the same moment before ten other dossiers take the place of the first. */
const ROUNDS_EACH = 8;

/** Who sits before how many windows. */
const windows: readonly (readonly [string, number])[] = [
  ['khang.nguyen', 3],
  ['ngan.pham', 3],
  ['ngoc.lam', 3],
  ['phuong.do', 3],
  ['phuc.do', 2],
  ['yen.vo', 5],
  ['thu.nguyen', 7],
  ['son.do', 4],
  ['dung.lam', 1],
  ['long.pham', 1],
];

interface Seat {
  readonly account: string;
  readonly client: Client;
  readonly random: Seeded;
}

/** Of all presses: fewer would mean that the trial itself no longer presses what is offered. */
const LEAST_DONE = 0.1;

export const concurrency: Trial = {
  about: '32 windows press at the same moment on the same ten dossiers of one person',
  run: (run) => withInstallation(run, (installation) => pressAllTheTime(run, installation)),
};

async function pressAllTheTime(run: TrialRun, installation: Installation): Promise<void> {
  await startDemo(installation);
  const seats = await takeSeats(installation.address, run.seed);
  run.figure('Windows', seats.length);
  const answers = new Map<number, number>();
  const wanted = run.long ? LONG_MS : SHORT_MS;
  const until = performance.now() + Math.min(run.limitMs, wanted);
  if (run.limitMs < wanted)
    run.leftOut(`${Math.round((wanted - run.limitMs) / 60_000)} of ${wanted / 60_000} minutes`);
  let rounds = 0;
  while (performance.now() < until) {
    const dossiers = await newDossiers(seats);
    for (let round = 0; round < ROUNDS_EACH; round += 1) await pressTogether(run, seats, dossiers, answers);
    rounds += ROUNDS_EACH;
    run.say(`${rounds} rounds, ${told(answers)}`);
  }
  run.figure('Rounds', rounds);
  run.figure('Answers', told(answers));
  const all = [...answers.values()].reduce((sum, times) => sum + times, 0);
  if ((answers.get(303) ?? 0) < all * LEAST_DONE) run.problem('hardly anybody got anything done');
  if (!answers.has(409)) run.problem('nobody ever came too late');
  await expectWhole(run, installation);
}

function told(answers: ReadonlyMap<number, number>): string {
  const sorted = [...answers].sort(([a], [b]) => a - b);
  return sorted.map(([status, times]) => `${status}: ${times}`).join(', ');
}

/** The windows of one person share a session. */
async function takeSeats(address: string, seed: number): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (const [account, count] of windows) {
    const session = await signedIn(address, account);
    for (let window = 0; window < count; window += 1) {
      const client = new Client(address);
      for (const [name, value] of session.cookies) client.cookies.set(name, value);
      seats.push({ account, client, random: seeded(seed + seats.length) });
    }
  }
  return seats;
}

/** Ten of one person; half of them with money that is still to be paid. */
async function newDossiers([seat]: readonly Seat[]): Promise<string[]> {
  const fee = { 'fees.0.quantity': '1', 'fees.0.amount': '100000', 'fee-way': 'at-return' };
  const numbers: string[] = [];
  for (let at = 0; at < DOSSIERS; at += 1)
    if (seat) numbers.push(await acceptDossier(seat.client, undefined, at % 2 === 0 ? fee : {}));
  return numbers;
}

/** Everybody has a form before them; then all press, and every third presses twice. */
async function pressTogether(
  run: TrialRun,
  seats: readonly Seat[],
  dossiers: readonly string[],
  answers: Map<number, number>,
): Promise<void> {
  const prepared = await Promise.all(seats.map((seat) => prepare(seat, dossiers)));
  const presses = seats.flatMap((seat, at) => {
    const form = prepared[at];
    if (!form) return [];
    return at % 3 === 0 ? [press(seat, form), press(seat, form)] : [press(seat, form)];
  });
  for (const { answer, what } of await Promise.all(presses)) {
    answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
    if (answer.status >= 500 || /deadlock|khóa chết/i.test(answer.body))
      run.problem(`${what} was answered ${answer.status}: ${textOf(answer.body).slice(0, 200)}`);
  }
}

async function press(
  { account, client }: Seat,
  { action, pairs }: Prepared,
): Promise<{ answer: Answer; what: string }> {
  return { answer: await client.post(action, pairs), what: `${account}: POST ${action}` };
}

/** Mostly a command on one of the ten, else what touches many of them or the series of numbers. */
function prepare(
  { account, client, random }: Seat,
  dossiers: readonly string[],
): Promise<Prepared | undefined> {
  const number = random.pick(dossiers);
  const drawn = random.next();
  if (drawn < 0.55) return prepareCommand(client, number, random);
  if (account === 'son.do') return prepareMany(client, '/lam-viec/ky', random);
  if (account === 'yen.vo')
    return drawn < 0.8 ? prepareReturn(client, random) : prepareMany(client, '/lam-viec/tra-ket-qua', random);
  if (drawn < 0.65 || !isAtCounter(account)) return prepareMany(client, '/lam-viec', random);
  if (drawn < 0.75) return prepareForm(client, `${dossierPath(number)}/thu-tien`, random);
  if (drawn < 0.8) return prepareDayList(client, random);
  return drawn < 0.9 ? prepareAcceptance(client) : prepareCertification(client);
}

function isAtCounter(account: string): boolean {
  return ['khang.nguyen', 'ngan.pham', 'ngoc.lam', 'phuong.do', 'phuc.do'].includes(account);
}

/** Counts and closes the drawer while others still put money into it. */
async function prepareDayList(client: Client, random: Seeded): Promise<Prepared | undefined> {
  const lists = await client.get('/lam-viec/thu-phi');
  const [, list] = /href="(\/lam-viec\/thu-phi\/[0-9a-f-]{36})"/.exec(lists.body) ?? [];
  return list === undefined ? undefined : prepareForm(client, list, random);
}
