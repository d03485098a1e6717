import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { annulAcceptance } from './actions/annul-acceptance.ts';
import { askForPayment } from './actions/ask-for-payment.ts';
import { decide } from './actions/decide.ts';
import { finishStep } from './actions/finish-step.ts';
import { forward } from './actions/forward.ts';
import { handOver } from './actions/hand-over.ts';
import { readPublicly } from './actions/read-publicly.ts';
import { receiveSupplement } from './actions/receive-supplement.ts';
import { recordPayment } from './actions/record-payment.ts';
import { startStep } from './actions/start-step.ts';
import { verifyHistory } from './actions/verify.ts';
import { recomputeAfterCalendar } from './jobs/recompute-due-dates.ts';
import { controlSlipContent } from './papers/control-slip.ts';
import { heldStretches } from './rules/held-time.ts';
import { registerRow } from './rules/register-row.ts';
import { countOpenOver } from './store/counts.ts';
import { anOrigin } from './testing-office.ts';
import { takeOverOld } from './testing-old.ts';
import { aRoad } from './testing-road.ts';

const db = await testDatabase();
const road = await aRoad(db);
const { office, oneStop, clerk, specialist, press, read, toTheLeader } = road;
const { deps } = office;
const { publicKey } = generateKeyPairSync('ed25519');
const verified = async () => (await verifyHistory(db.app, deps.keys, publicKey)).ok;
const at = (who: Actor, number: string) => press(who, number);
const paid = { by: 'cash', proof: 'Biên lai 12' } as const;

beforeEach(() => office.setClock('2022-07-25T08:00:00'));

async function returned(number: string): Promise<void> {
  const leader = await toTheLeader(number);
  const result = { title: 'Giấy chứng nhận', content: 'Cấp' };
  const signed = await decide(deps, await at(leader, number), { outcome: 'granted', result, note: null });
  expect(signed).toMatchObject({ ok: true });
  await handedOver(number);
}

async function handedOver(number: string): Promise<void> {
  const resultClerk = await office.actorOf(oneStop, 'result-clerk');
  const handed = await handOver(deps, await at(resultClerk, number), {
    by: 'signature',
    receiver: { name: 'Huỳnh Thị Mỹ Duyên', idNumber: '087188004512', relation: null },
    toAuthorised: false,
    proof: 'ký nhận',
  });
  expect(handed).toMatchObject({ ok: true });
  expect((await read(number)).dossier.state).toBe('returned');
}

test('from the hands of an office to the citizen’s, like any other', async () => {
  const number = await takeOverOld(office);
  expect((await read(number)).dossier).toMatchObject({ state: 'in-progress', task: 'start', stepIndex: 1 });
  expect(await startStep(deps, await at(specialist, number))).toMatchObject({ ok: true });
  await returned(number);
  expect(await verified()).toBe(true);
});

test('not forwarded yet, and ready already', async () => {
  const fresh = await takeOverOld(office, { standing: { kind: 'at-one-stop' } });
  expect(await forward(deps, await at(clerk, fresh), { note: null })).toMatchObject({ ok: true });
  const ready = await takeOverOld(office, {
    standing: { kind: 'ready', resultNumber: '15/GCN', readyAt: instant('2022-07-22T10:00:00') },
  });
  const { dossier, events } = await read(ready);
  expect(dossier).toMatchObject({
    state: 'decided',
    task: 'hand-over',
    endedAt: '2022-07-22T10:00:00+07:00',
  });
  expect(registerRow(dossier, events)?.resultAt).toBe('2022-07-22T10:00:00+07:00');
  await handedOver(ready);
  expect(await verified()).toBe(true);
});

describe('the promised date', () => {
  test('a change of the calendar neither counts nor moves it', async () => {
    const number = await takeOverOld(office);
    const days = { from: '2022-07-26', to: '2022-07-26', officeId: null };
    const before = await countOpenOver(db.app, days as never);
    await sql`insert into calendar.day (date, kind, name, checked)
              values ('2022-07-26', 'holiday', 'Bão', true)`.execute(db.owner);
    await recomputeAfterCalendar(deps).run({ payload: days }, { jobId: '1', attempt: 1 });
    await sql`delete from calendar.day where name = 'Bão'`.execute(db.owner);
    const { dossier, events } = await read(number);
    expect(before).toBe(0);
    expect(dossier.clock.dueAt).toBe('2022-07-26T17:00:00+07:00');
    expect(events).toHaveLength(1);
  });

  test('a wait for payment moves it by the working days that were left', async () => {
    const number = await takeOverOld(office);
    await startStep(deps, await at(specialist, number));
    const request = { amount: 50_000, basis: 'NQ 06', note: null };
    expect(await askForPayment(deps, await at(specialist, number), request)).toMatchObject({ ok: true });
    expect((await read(number)).dossier.clock).toMatchObject({
      dueAt: null,
      remaining: { value: 1, unit: 'ngay_lam_viec' },
    });
    office.setClock('2022-07-28T10:00:00');
    expect(await recordPayment(deps, await at(clerk, number), paid)).toMatchObject({ ok: true });
    expect((await read(number)).dossier.clock).toMatchObject({
      dueAt: '2022-07-29T17:00:00+07:00',
      promised: true,
    });
    expect(await verified()).toBe(true);
  });

  test('taken over while it waited for payment, it goes on the same way', async () => {
    const since = instant('2022-07-22T07:00:00');
    const number = await takeOverOld(office, {
      standing: {
        kind: 'awaiting-payment',
        since,
        amount: 70_000,
        stepIndex: 1,
        accountId: specialist.accountId,
      },
      notes: { history: [], waitingFor: 'Thông báo 12/TB-CCT' },
    });
    expect((await read(number)).dossier).toMatchObject({
      state: 'awaiting-payment',
      payment: { amount: 70_000, basis: 'Thông báo 12/TB-CCT' },
      clock: { state: 'suspended', remaining: { value: 2, unit: 'ngay_lam_viec' } },
    });
    expect(await recordPayment(deps, await at(clerk, number), paid)).toMatchObject({ ok: true });
    const { dossier } = await read(number);
    expect(dossier.clock.dueAt).toBe('2022-07-27T17:00:00+07:00');
    expect(dossier.holder?.accountId).toBe(specialist.accountId);
    const finished = { note: null, draft: null };
    expect(await finishStep(deps, await at(specialist, number), finished)).toMatchObject({ ok: true });
  });

  test('when missing papers come in, the limit begins anew and is ours', async () => {
    const since = instant('2022-07-22T07:00:00');
    const number = await takeOverOld(office, {
      standing: { kind: 'awaiting-supplement', since, stepIndex: 1, accountId: specialist.accountId },
      notes: { history: [], waitingFor: 'Hợp đồng thuê' },
    });
    const { dossier } = await read(number);
    expect(dossier).toMatchObject({ state: 'awaiting-supplement', clock: { state: 'stopped', dueAt: null } });
    expect(dossier.guidance?.items).toEqual([{ name: 'Hợp đồng thuê', what: '' }]);
    const counts = { originals: 1, certifiedCopies: 0, photocopies: 0, files: [] };
    const paper = { key: null, name: 'Hợp đồng thuê', way: 'submit', ...counts } as const;
    const received = { papers: [paper], note: null };
    expect(await receiveSupplement(deps, await at(clerk, number), received)).toMatchObject({ ok: true });
    expect((await read(number)).dossier.clock).toMatchObject({
      dueAt: '2022-07-28T17:00:00+07:00',
      promised: false,
    });
    expect(await verified()).toBe(true);
  });

  test('late before, it is late; without a date it has none', async () => {
    const late = await takeOverOld(office, { dueAt: instant('2022-07-22T17:00:00') });
    const { dossier } = await read(late);
    expect(dossier.steps.every((step) => step.dueAt === '2022-07-22T17:00:00+07:00')).toBe(true);
    const none = await takeOverOld(office, { dueAt: null });
    expect((await read(none)).dossier.clock).toMatchObject({ state: 'running', dueAt: null });
    expect(await verified()).toBe(true);
  });
});

test('the time before is blamed on nobody here; slip and register say where it came from', async () => {
  const number = await takeOverOld(office);
  office.setClock('2022-07-25T10:00:00');
  const { dossier, events } = await read(number);
  const calendar = await deps.calendarFor(db.app, oneStop.id);
  const held = heldStretches(calendar, dossier.id, events, deps.clock.now());
  expect(held.map(({ minutes }) => minutes)).toEqual([120]);
  const agency = office.offices.find((one) => one.id === oneStop.agencyId) as never;
  const officer = { name: clerk.name, title: 'Chuyên viên' };
  const frame = { agency, oneStop, now: deps.clock.now(), demo: true, link: null, publicUrl: '', officer };
  const slip = controlSlipContent({ ...frame, t: (key: string) => key } as never, dossier, events);
  expect(slip.handOvers[0]).toMatchObject({
    from: 'dossiers.paper.old-software',
    handedBy: null,
    timeliness: null,
    note: 'dossiers.paper.taken-over',
  });
  expect(registerRow(dossier, events)).toMatchObject({ number, takenOver: true });
  const seen = await readPublicly(deps, anOrigin(), number);
  expect(seen?.happenings.map(({ type }) => type)).toEqual(['taken-over']);
  expect(seen?.receipts).toMatchObject([{ issuedAt: '2022-07-21T08:30:00+07:00' }]);
});

test('taken over by mistake it is annulled on the same day, not later', async () => {
  const head = { ...clerk, posts: clerk.posts.map((post) => ({ ...post, role: 'one-stop-head' as const })) };
  const why = { ground: 'mistake', reason: 'Tệp sai' } as const;
  const [today, yesterday] = [await takeOverOld(office), await takeOverOld(office)];
  expect(await annulAcceptance(deps, await at(head, today), why)).toMatchObject({ ok: true });
  office.setClock('2022-07-26T08:00:00');
  expect(await annulAcceptance(deps, await at(head, yesterday), why)).toMatchObject({
    refusal: { code: 'dossiers/only-same-day' },
  });
  expect(await verified()).toBe(true);
});
