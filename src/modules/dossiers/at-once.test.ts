import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { finishStep } from './actions/finish-step.ts';
import { readDossier } from './actions/read-dossier.ts';
import { listLoad } from './store/load.ts';
import { aDesk, type Browser, type Desk, fieldsOf, RIGHT_CODE } from './testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin, aPress } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';

const db = await testDatabase();
let desk: Desk;
let clerk: Actor;
let specialist: Actor;
let atCounter: Browser;
let atSection: Browser;

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  specialist = await desk.actorOf(desk.office(SECTION), 'specialist');
  atCounter = await desk.browser(clerk);
  atSection = await desk.browser(specialist);
});

const aKey = () => desk.deps.random.uuid(desk.deps.machineMs());

async function accepted(many: number): Promise<string[]> {
  const procedure = await desk.procedure(HOUSEHOLD_BUSINESS);
  const numbers: string[] = [];
  for (let i = 0; i < many; i += 1) {
    const done = await accept(desk.deps, aBeginPress(clerk, aFilingInput(procedure, desk.office(ONE_STOP))));
    if (!done.ok) throw new Error(done.refusal.code);
    numbers.push(done.value.number);
  }
  return numbers;
}

async function read(number: string) {
  const found = await readDossier(desk.deps, { actor: clerk, origin: anOrigin() }, number);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

const tick = async (number: string) => `${(await read(number)).dossier.seq}~${number}`;
const ticks = (numbers: readonly string[]) => Promise.all(numbers.map(tick));
const timesOf = async (number: string, type: string) =>
  (await read(number)).events.filter((event) => event.type === type).length;
/** How many of a press were done, as its page says. */
const doneOf = (body: string) => Number(/Đã làm xong (\d+)/.exec(body)?.[1] ?? 0);

describe('a press on many, twice at once', () => {
  test('two clerks, the same lines in opposite order: each is forwarded once, and each clerk is told which', async () => {
    const numbers = await accepted(8);
    const chon = await ticks(numbers);
    const forms = [chon, [...chon].reverse()].map((lines) => ({ lam: 'forward', key: aKey(), chon: lines }));
    const both = await Promise.all(forms.map((form) => atCounter.post('/lam-viec/hang-loat', form)));
    expect(both.map((one) => one.statusCode)).toEqual([200, 200]);
    expect(both.reduce((sum, one) => sum + doneOf(one.body), 0)).toBe(numbers.length);
    for (const number of numbers) expect(await timesOf(number, 'forwarded')).toBe(1);
  });

  test('one press sent twice at once acts on none twice, and both answers say it is done', async () => {
    const numbers = await accepted(5);
    const form = { lam: 'forward', key: aKey(), chon: await ticks(numbers) };
    const both = await Promise.all([1, 2].map(() => atCounter.post('/lam-viec/hang-loat', form)));
    for (const one of both) expect(doneOf(one.body)).toBe(numbers.length);
    for (const number of numbers) expect(await timesOf(number, 'forwarded')).toBe(1);
  });

  test('forward and confirm meet: nothing is lost, what came too early is refused line by line', async () => {
    const numbers = await accepted(4);
    const chon = await ticks(numbers);
    const after = chon.map((line) => line.replace(/^(\d+)/, (seq) => String(Number(seq) + 1)));
    const both = await Promise.all([
      atCounter.post('/lam-viec/hang-loat', { lam: 'forward', key: aKey(), chon }),
      atSection.post('/lam-viec/hang-loat', { lam: 'confirm-receipt', key: aKey(), chon: after }),
    ]);
    expect(doneOf(both[0].body)).toBe(numbers.length);
    let confirmed = 0;
    for (const number of numbers) {
      const { dossier } = await read(number);
      expect(['confirm-receipt', 'start']).toContain(dossier.task);
      if (dossier.task === 'start') confirmed += 1;
    }
    expect(doneOf(both[1].body)).toBe(confirmed);
  });
});

test('the overview, looked at while many are forwarded, counts each dossier exactly once', async () => {
  const numbers = await accepted(6);
  const { filing } = (await read(numbers[0] ?? '')).dossier;
  const open = async () => {
    const lines = await listLoad(
      db.app,
      { agencyId: filing.agencyId, officeIds: null },
      desk.deps.clock.now(),
    );
    return lines.reduce((sum, line) => sum + line.open, 0);
  };
  const before = await open();
  let busy = true;
  const press = atCounter
    .post('/lam-viec/hang-loat', { lam: 'forward', key: aKey(), chon: await ticks(numbers) })
    .finally(() => {
      busy = false;
    });
  const seen: number[] = [];
  while (busy) seen.push(await open());
  expect(doneOf((await press).body)).toBe(numbers.length);
  expect(new Set([...seen, await open()])).toEqual(new Set([before]));
});

test('one leader in two sessions signs the same folder at once: each result once, numbers without gap or double', async () => {
  const numbers = await accepted(5);
  const draft = { title: 'Quyết định', content: 'Cấp' };
  await atCounter.post('/lam-viec/hang-loat', { lam: 'forward', key: aKey(), chon: await ticks(numbers) });
  for (const lam of ['confirm-receipt', 'start-step'])
    await atSection.post('/lam-viec/hang-loat', { lam, key: aKey(), chon: await ticks(numbers) });
  for (const number of numbers) {
    const { seq } = (await read(number)).dossier;
    await finishStep(desk.deps, aPress(specialist, number, seq), { note: null, draft });
  }
  const { holder } = (await read(numbers[0] ?? '')).dossier;
  const office = desk.offices.find((one) => one.id === holder?.officeId);
  if (!office) throw new Error('nobody signs');
  const leader = await desk.actorOf(office, 'signing-leader');
  const sessions = [await desk.browser(leader), await desk.browser(leader)];
  const chon = await ticks(numbers);
  const both = await Promise.all(
    sessions.map(async (session) => {
      const folder = await session.get('/lam-viec/ky');
      const hidden = fieldsOf(folder.body, '/lam-viec/hang-loat');
      return session.post('/lam-viec/hang-loat', { ...hidden, lam: 'decide', chon, ma: RIGHT_CODE });
    }),
  );
  expect(both.reduce((sum, one) => sum + doneOf(one.body), 0)).toBe(numbers.length);
  for (const number of numbers) {
    expect(await timesOf(number, 'decided')).toBe(1);
  }
  const rows = await db.owner
    .selectFrom('documents.register_entry')
    .where('register', '=', 'result')
    .select('number as order')
    .orderBy('number')
    .execute();
  expect(rows.map(({ order }) => order)).toEqual(numbers.map((_, index) => index + 1));
});
