import type { KyselyPlugin } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { erase } from './actions/erase.ts';
import { numberedRows, receivedRows } from './actions/register-rows.ts';
import { withdraw } from './actions/withdraw.ts';
import { findDossier, openDossiers } from './store/dossiers.ts';
import { aDecided } from './testing-decided.ts';
import { aBeginPress, aFilingInput, anOfficeOfChauThanh, aPress, type Office } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP } from './testing-road.ts';

const db = await testDatabase();
const span = { from: civilDate('2022-07-01'), to: civilDate('2022-07-31') };
let office: Office;
let clerk: Actor;
let protector: Actor;
const numbers: string[] = [];

beforeAll(async () => {
  office = await anOfficeOfChauThanh(db);
  clerk = await office.actorOf(office.office(ONE_STOP), 'reception-officer');
  const protection = office.office('Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện');
  protector = await office.actorOf(protection, 'data-protection-officer');
  for (let n = 0; n < 3; n += 1) numbers.push(await aDecided(office));
  const procedure = await office.procedure(HOUSEHOLD_BUSINESS);
  for (let n = 0; n < 9; n += 1) {
    const done = await accept(
      office.deps,
      aBeginPress(clerk, aFilingInput(procedure, office.office(ONE_STOP))),
    );
    if (!done.ok) throw new Error(done.refusal.code);
    numbers.push(done.value.number);
  }
});

/** How many statements some work takes. */
async function statementsOf(work: (deps: Office['deps']) => Promise<unknown>): Promise<number> {
  let statements = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await work({ ...office.deps, db: db.app.withPlugin(counting) });
  return statements;
}

test('a register takes as many statements for one line as for twelve', async () => {
  const officeId = office.office(ONE_STOP).id;
  const received = (limit: number) =>
    statementsOf((deps) => receivedRows(deps, { officeId, ...span, after: null, limit }));
  expect(await received(12)).toBe(await received(1));
  const { agencyId } = office.office(ONE_STOP);
  const results = { officeId: agencyId, register: 'result', ...span, after: 0 } as const;
  const decided = (limit: number) => statementsOf((deps) => numberedRows(deps, { ...results, limit }));
  expect(await decided(3)).toBe(await decided(1));
});

test('what is opened together is what is opened one by one, in the order of the register', async () => {
  const ids: string[] = [];
  for (const number of numbers) {
    const one = await findDossier(db.app, number, office.deps);
    if (!one) throw new Error('no dossier');
    ids.push(one.dossier.id);
  }
  const withdrawn = numbers.at(-1) ?? '';
  const ended = await withdraw(office.deps, aPress(clerk, withdrawn, 1), {
    reason: 'Rút',
    originalsReturned: true,
    receiver: 'Huỳnh Thị Mỹ Duyên',
  });
  const press = aPress(protector, withdrawn, 2);
  const erased = await erase(office.deps, press, { ground: 'retention-over', order: '12/QĐ-UBND' });
  expect([ended, erased]).toMatchObject([{ ok: true }, { ok: true }]);
  const together = await openDossiers(db.app, [...ids, crypto.randomUUID()], office.deps);
  expect(together.size).toBe(numbers.length);
  for (const [at, number] of numbers.entries()) {
    const alone = await findDossier(db.app, number, office.deps);
    expect(together.get(ids[at] ?? '')).toEqual({ dossier: alone?.dossier, events: alone?.events });
  }
  const question = { officeId: office.office(ONE_STOP).id, ...span, after: null, limit: 50 };
  const { rows } = await receivedRows(office.deps, question);
  expect(rows.map((row) => row.number)).toEqual(numbers);
  expect(await openDossiers(db.app, [], office.deps)).toEqual(new Map());
});
