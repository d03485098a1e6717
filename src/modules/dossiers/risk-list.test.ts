import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { forward } from './actions/forward.ts';
import type { Risk } from './rules/risk.ts';
import { findRisk, forgetRisks, saveRisks } from './store/risks.ts';
import { aDesk, type Browser, type Desk } from './testing-desk.ts';
import { aBeginPress, aFilingInput, aPress } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP } from './testing-road.ts';
import { allDossiers } from './testing-rows.ts';

const db = await testDatabase();
let desk: Desk;
let clerk: Actor;
let atCounter: Browser;
/** In the order in which they were accepted: all due at the same moment. */
let numbers: string[];

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  atCounter = await desk.browser(clerk);
  const procedure = await desk.procedure(HOUSEHOLD_BUSINESS);
  numbers = [];
  for (let n = 0; n < 4; n += 1) {
    const done = await accept(desk.deps, aBeginPress(clerk, aFilingInput(procedure, desk.office(ONE_STOP))));
    if (!done.ok) throw new Error(done.refusal.code);
    numbers.push(done.value.number);
  }
});

async function rowOf(number: string | undefined) {
  return db.owner
    .selectFrom(allDossiers.as('d'))
    .where('number', '=', number ?? '')
    .select(['id', 'due_at', 'step_index', 'head_seq'])
    .executeTakeFirstOrThrow();
}

async function judge(number: string | undefined, risk: Pick<Risk, 'probability' | 'level' | 'reason'>) {
  const row = await rowOf(number);
  const at = desk.deps.clock.now();
  const judged = {
    ...{ ...risk, dossierId: row.id, stepIndex: row.step_index ?? 0, dueAt: row.due_at as Instant },
    ...{ enteredAt: at, usualMinutes: 960, openNow: 45, openUsual: 20, judgedAt: at },
  };
  await inTransaction(db.app, (tx) => saveRisks(tx, [judged]));
}

const listed = (body: string) =>
  [...body.matchAll(/href="\/lam-viec\/ho-so\/([^"/]+)"/g)].map(([, number]) => number);
const rowsOf = (body: string) => listed(body.slice(body.indexOf('<table')));

test('what will likely be late comes first, in words with its reason; then what may be; then by date', async () => {
  const [first, second, third, fourth] = numbers;
  await judge(second, { probability: 0.2, level: 'medium', reason: 'often' });
  await judge(fourth, { probability: 0.8, level: 'high', reason: 'needs-longer' });
  await judge(third, { probability: 0.01, level: 'low', reason: 'often' });
  const { body, statusCode } = await atCounter.get('/lam-viec');
  expect(statusCode).toBe(200);
  expect(rowsOf(body).slice(0, 2)).toEqual([fourth, second]);
  expect([...rowsOf(body).slice(2)].sort()).toEqual([first, third].sort());
  expect(body.indexOf('Nguy cơ trễ cao <span')).toBeGreaterThan(0);
  expect(body.indexOf('Có nguy cơ trễ <span')).toBeGreaterThan(body.indexOf('Nguy cơ trễ cao <span'));
  expect(body).toContain(
    'từ bước Tiếp nhận, kiểm tra và chuyển hồ sơ đến khi có kết quả thường mất 2 ngày làm việc, còn ',
  );
  expect(body).toContain('thì 2 trễ, còn ');
  expect(body).not.toContain('Ít nguy cơ trễ');
});

test('sorted by risk alone, highest or lowest first, what was not judged last', async () => {
  const [first, second, third, fourth] = numbers;
  const highest = await atCounter.get('/lam-viec?xep=nguy-co');
  expect(rowsOf(highest.body)).toEqual([fourth, second, third, first]);
  const lowest = await atCounter.get('/lam-viec?xep=-nguy-co');
  expect(rowsOf(lowest.body)).toEqual([first, third, second, fourth]);
  expect(highest.body).toContain('Nguy cơ trễ, cao trước');
});

test('the page of the dossier says it, also where there is little to fear, and from what it is known', async () => {
  const [, , third, fourth] = numbers;
  const feared = await atCounter.get(`/lam-viec/ho-so/${fourth}`);
  expect(feared.body).toContain('Nguy cơ trễ cao: từ bước ');
  expect(feared.body).toContain('Ước lượng từ hồ sơ đã giải quyết của cơ quan');
  expect((await atCounter.get(`/lam-viec/ho-so/${third}`)).body).toContain('Ít nguy cơ trễ: ');
  expect((await atCounter.get(`/lam-viec/ho-so/${numbers[0]}`)).body).not.toContain('nguy cơ trễ: ');
});

test('the sheet says what the list says', async () => {
  const sheet = await atCounter.get('/lam-viec/viec-cua-toi.xlsx?xep=nguy-co');
  const [page] = (await readXlsx(new Uint8Array(sheet.rawPayload))).sheets;
  const rows = page?.rows.map((row) => String(row.at(-1) ?? '')) ?? [];
  expect(rows).toContain('Nguy cơ trễ');
  expect(rows.some((text) => text.startsWith('Nguy cơ trễ cao: từ bước '))).toBe(true);
});

test('what it was judged of has changed: nothing is said until it is judged again', async () => {
  const number = numbers[3] ?? '';
  const before = await rowOf(number);
  expect(await findRisk(db.app, before.id)).toMatchObject({ probability: 0.8, level: 'high' });
  await forward(desk.deps, aPress(clerk, number, before.head_seq), { note: null });
  expect(await findRisk(db.app, before.id)).toBeNull();
  expect((await atCounter.get(`/lam-viec/ho-so/${number}`)).body).not.toContain('Nguy cơ trễ cao: ');
});

test('judged the same again nothing is written; of what has ended nothing stays', async () => {
  const xmin = async () =>
    (await sql`select xmin::text from dossiers.risk order by dossier_id`.execute(db.app)).rows;
  const before = await xmin();
  await judge(numbers[1], { probability: 0.2, level: 'medium', reason: 'often' });
  expect(await xmin()).toEqual(before);
  const { id } = await rowOf(numbers[1]);
  await db.owner.updateTable('dossiers.due').set({ clock: 'ended' }).where('id', '=', id).execute();
  await inTransaction(db.app, forgetRisks);
  expect(await findRisk(db.app, id)).toBeNull();
  expect(
    await db.app.selectFrom('dossiers.risk').select('dossier_id').where('dossier_id', '=', id).execute(),
  ).toEqual([]);
});
