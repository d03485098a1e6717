import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  commandForm,
  filledDraft,
  HOUSEHOLD_BUSINESS,
  newDraft,
  numberOf,
} from '../outside/counter-client.ts';
import { type Answer, type Client, filled, signedIn } from '../outside/http-client.ts';
import { type Installation, startedDemo } from '../outside/installation.ts';
import { eventually } from '../outside/running.ts';

const clerks = ['khang.nguyen', 'ngan.pham', 'ngoc.lam', 'phuong.do', 'phuc.do'];
const SEED = 20220725;
const KILLS = [
  'web',
  'postgres',
  'worker',
  'web',
  'postgres',
  'web',
  'start',
  'postgres',
  'web',
  'worker',
  'postgres',
  'web',
];

interface Remembered {
  readonly number: string;
  readonly forwarded: boolean;
}

let demo: Installation;
const remembered: Remembered[] = [];
const unexpected: string[] = [];

beforeAll(async () => {
  demo = await startedDemo();
});
afterAll(() => demo.remove());

/** Mulberry32: the same order of moments in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** Presses the very same until somebody answers; a lost answer and "away for a moment" are no answers. */
async function insist(work: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await work().catch(() => undefined);
    if (answer && answer.status !== 503) {
      if (answer.status >= 500) unexpected.push(`${answer.status} ${answer.headers.get('x-request-id')}`);
      else return answer;
    }
    await pause(50);
  }
}

async function oneRound(client: Client, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const draft = await eventually(() => newDraft(client, HOUSEHOLD_BUSINESS));
    const fields = await eventually(() => filledDraft(client, draft));
    const accepted = await insist(() => client.post(`${draft}/tiep-nhan`, fields));
    const number = numberOf(accepted.location);
    if (!number) throw new Error(`${draft} was answered ${accepted.status} ${accepted.location}`);
    remembered.push({ number, forwarded: false });
    const form = await eventually(() => commandForm(client, number, 'chuyen'));
    const sent = await insist(() => client.post(form.action, filled(form, { note: 'Đủ giấy tờ' })));
    if (sent.status !== 303) throw new Error(`${number} was not forwarded: ${sent.status}`);
    remembered.push({ number, forwarded: true });
  }
}

async function kill(what: string): Promise<void> {
  if (what === 'start') {
    demo.running.process.kill('SIGKILL');
    await demo.running.ended;
    await demo.start();
    return;
  }
  const pid = what === 'postgres' ? demo.postgresPid() : demo.pidOf(what as 'web' | 'worker');
  if (pid) process.kill(pid, 'SIGKILL');
}

test('whatever is killed: nothing accepted is lost, nothing is doubled, numbers have no gap', async () => {
  const clients = await Promise.all(clerks.map((account) => signedIn(demo.address, account)));
  const random = seeded(SEED);
  let over = false;
  const working = clients.map((client) => oneRound(client, () => over));
  for (const what of KILLS) {
    await pause(300 + random() * 2_000);
    await kill(what);
  }
  await pause(1_000);
  over = true;
  await Promise.all(working);
  await expectEverything();
});

async function expectEverything(): Promise<void> {
  expect(unexpected).toEqual([]);
  const numbers = remembered.filter((one) => !one.forwarded).map((one) => one.number);
  expect(numbers.length).toBeGreaterThan(clerks.length);
  const wanted = numbers.map((_, index) => `000.00.11.H20-220725-${String(index + 1).padStart(4, '0')}`);
  expect([...numbers].sort()).toEqual(wanted);
  const kept = await demo.rows<{ number: string; events: string[] }>(
    `select number, array_agg(event.type order by seq) as events
       from dossiers.dossier join dossiers.event on dossier_id = id group by number order by number`,
  );
  expect(kept.map((row) => row.number)).toEqual(wanted);
  const forwarded = remembered.filter((one) => one.forwarded).map((one) => one.number);
  expect([...forwarded].sort()).toEqual(wanted);
  for (const { number, events } of kept) expect([number, events]).toEqual([number, kept[0]?.events]);
  expect(await demo.verify()).toMatchObject({ ok: true });
}
