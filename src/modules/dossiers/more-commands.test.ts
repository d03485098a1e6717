import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { listPapers } from '#modules/documents/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { annulAcceptance } from './actions/annul-acceptance.ts';
import { answerOpinion } from './actions/answer-opinion.ts';
import { askForPayment } from './actions/ask-for-payment.ts';
import { askForSupplement } from './actions/ask-for-supplement.ts';
import { askOpinion } from './actions/ask-opinion.ts';
import { closeForSilence } from './actions/close-for-silence.ts';
import { correctProcedure } from './actions/correct-procedure.ts';
import { forward } from './actions/forward.ts';
import { listAsked } from './actions/list-asked.ts';
import { reAppoint } from './actions/re-appoint.ts';
import { readDossier } from './actions/read-dossier.ts';
import { readPublicly } from './actions/read-publicly.ts';
import { recordHandSignature } from './actions/record-hand-signature.ts';
import { recordPayment } from './actions/record-payment.ts';
import { refuseReceipt } from './actions/refuse-receipt.ts';
import { stop } from './actions/stop.ts';
import { verifyHistory } from './actions/verify.ts';
import { listStandings } from './store/person-dossiers.ts';
import { anOrigin } from './testing-office.ts';
import { aRoad, ONE_STOP } from './testing-road.ts';
import { instead } from './testing-stand-in.ts';

const db = await testDatabase();
const road = await aRoad(db);
const { office, clerk, specialist, anAccepted, inWork, press, read } = road;
const { deps } = office;
const head = await office
  .actorOf(office.office(ONE_STOP), 'one-stop-head')
  .catch(() => roleOf(clerk, 'one-stop-head'));
const { publicKey } = generateKeyPairSync('ed25519');

/** The same person in another post of the same office. */
function roleOf(actor: Actor, role: 'one-stop-head'): Actor {
  return { ...actor, posts: actor.posts.map((post) => ({ ...post, role })) };
}

async function leader(): Promise<Actor> {
  const signing = office.offices.find(
    (one) => one.kind === 'leadership' && one.agencyId === road.oneStop.agencyId,
  );
  if (!signing) throw new Error('nobody leads');
  return office.actorOf(signing, 'signing-leader');
}

const papersOf = async (number: string) => {
  const papers = await listPapers(db.app, (await read(number)).dossier.id);
  return papers.map(({ purpose, number: printed, voidReason }) => [purpose, printed, voidReason]);
};

beforeEach(() => office.setClock('2022-07-25T08:00:00'));

describe('payment', () => {
  test('moves the due date by the time that the clock stood still, with a notice', async () => {
    const number = await inWork();
    office.setClock('2022-07-26T09:00:00');
    const request = { amount: 350_000, basis: 'Thông báo 12/TB-CCT', note: 'Lệ phí' };
    const asked = await askForPayment(deps, await press(specialist, number), request);
    expect(asked).toMatchObject({ ok: true });
    expect((await read(number)).dossier.clock).toMatchObject({
      state: 'suspended',
      dueAt: null,
      remaining: { value: 3, unit: 'ngay_lam_viec' },
    });
    expect(await papersOf(number)).toContainEqual([
      'payment-notice',
      'dossiers.paper-number.payment-notice',
      null,
    ]);
    office.setClock('2022-07-28T10:00:00');
    const paid = { by: 'transfer', proof: 'FT22209' } as const;
    expect(await recordPayment(deps, await press(clerk, number), paid)).toMatchObject({ ok: true });
    const { dossier } = await read(number);
    expect(dossier).toMatchObject({
      state: 'in-progress',
      holder: { accountId: specialist.accountId },
      firstDueAt: '2022-07-28T17:00:00+07:00',
      clock: { state: 'running', dueAt: '2022-08-01T17:00:00+07:00' },
    });
    expect(dossier.steps.at(-1)?.dueAt).toBe('2022-08-01T17:00:00+07:00');
    expect((await readPublicly(deps, anOrigin(), number))?.happenings.map((one) => one.type)).toContain(
      'payment-recorded',
    );
  });
});

const standingOf = async (number: string) => (await listStandings(db.app, [number]))[0];

describe('opinions', () => {
  test('the asked office finds it, reads it, answers it; a stranger still does not', async () => {
    const number = await inWork();
    const asked = office.office('Phòng Tư pháp');
    const lawyer = await office.actorOf(asked, 'specialist');
    const reader = { actor: lawyer, origin: anOrigin() };
    expect((await readDossier(deps, reader, number)).ok).toBe(false);
    const request = {
      officeId: asked.id,
      question: 'Có tranh chấp không?',
      answerBy: civilDate('2022-07-27'),
    };
    expect(await askOpinion(deps, await press(specialist, number), request)).toMatchObject({ ok: true });
    expect((await read(number, lawyer)).commands).toContain('answer-opinion');
    const waiting = await listAsked(db.app, lawyer, deps.clock.now());
    expect(waiting.opinions).toMatchObject([{ name: number, until: '2022-07-27' }]);
    const substitute = instead(await office.actorOf(office.office('Phòng Y tế'), 'specialist'), lawyer);
    expect((await listAsked(db.app, substitute, deps.clock.now())).opinions).toEqual(waiting.opinions);
    const partly = instead(substitute, lawyer, { matters: ['Hộ tịch'] });
    expect((await listAsked(db.app, partly, deps.clock.now())).opinions).toEqual([]);
    expect((await standingOf(number))?.waitsIn).toEqual([asked.id]);
    const answered = await answerOpinion(deps, await press(lawyer, number), { order: 1, answer: 'Không' });
    expect(answered).toMatchObject({ ok: true });
    expect((await listAsked(db.app, lawyer, deps.clock.now())).opinions).toEqual([]);
    expect(await standingOf(number)).toMatchObject({ waitsIn: [], holderAccountId: specialist.accountId });
    expect((await standingOf(number))?.workedBy).toContain(lawyer.accountId);
    const row = await db.owner
      .selectFrom('dossiers.opinion')
      .select(['office_id', 'answered_at'])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ office_id: asked.id, answered_at: '2022-07-25T08:00:00+07:00' });
    const health = await office.actorOf(office.office('Phòng Y tế'), 'specialist');
    expect((await readDossier(deps, { actor: health, origin: anOrigin() }, number)).ok).toBe(false);
  });

  test('who and until when has to be said', async () => {
    const number = await inWork();
    const request = { officeId: '', question: 'x', answerBy: null };
    const code = async (change: Partial<Parameters<typeof askOpinion>[2]>) => {
      const done = await askOpinion(deps, await press(specialist, number), { ...request, ...change });
      return done.ok ? 'ok' : done.refusal.code;
    };
    expect(await code({})).toBe('dossiers/no-office-chosen');
    const answerBy = civilDate('2022-07-29');
    for (const officeId of ['2022-13', '01a215cc-0000-7000-8000-000000000000'])
      expect(await code({ officeId, answerBy })).toBe('dossiers/no-office-chosen');
    expect(await code({ officeId: office.office('Phòng Tư pháp').id })).toBe('dossiers/answer-date-missing');
  });
});

describe('an apology', () => {
  test('promises another date on form 04; the due date stays; a late one is marked', async () => {
    const number = await inWork();
    office.setClock('2022-07-27T16:00:00');
    const signer = await leader();
    const code = async (date: string | null, reason = 'Chờ xác minh địa điểm') => {
      const input = { date: date === null ? null : civilDate(date), reason };
      const done = await reAppoint(deps, await press(signer, number), input);
      return done.ok ? 'ok' : done.refusal.code;
    };
    expect(await code(null)).toBe('dossiers/new-date-missing');
    expect(await code('2022-07-28')).toBe('dossiers/new-date-not-later');
    expect(await code('2022-07-30')).toBe('dossiers/new-date-day-off');
    expect(await code('2022-08-02', ' ')).toBe('dossiers/reason-missing');
    expect(await code('2022-08-02')).toBe('ok');
    const { dossier, events } = await read(number);
    expect(dossier).toMatchObject({
      appointedAt: '2022-08-02T17:00:00+07:00',
      clock: { dueAt: '2022-07-28T17:00:00+07:00' },
    });
    expect(events.at(-1)).toMatchObject({ type: 're-appointed', body: { late: false } });
    expect(await papersOf(number)).toContainEqual(['apology', 'dossiers.paper-number.apology', null]);
    expect(await code('2022-08-05')).toBe('dossiers/re-appointed-already');

    office.setClock('2022-07-25T08:00:00');
    const late = await inWork();
    office.setClock('2022-07-28T07:30:00');
    const input = { date: civilDate('2022-08-02'), reason: 'Chờ xác minh' };
    await reAppoint(deps, await press(signer, late), input);
    expect((await read(late)).events.at(-1)).toMatchObject({ body: { late: true } });
  });
});

describe('stopped', () => {
  test('by the leader, with a notice that names the ground', async () => {
    const number = await inWork();
    const done = await stop(deps, await press(await leader(), number), {
      basis: 'Điều 87',
      reason: 'Thu hồi đất',
    });
    expect(done).toMatchObject({ ok: true });
    expect(await papersOf(number)).toContainEqual(['stop-notice', 'dossiers.paper-number.stop-notice', null]);
  });

  test('for silence, once the day that was given is over', async () => {
    const number = await inWork();
    const asked = await askForSupplement(deps, await press(specialist, number), {
      items: [{ name: 'Hợp đồng thuê', what: 'bản chính' }],
      reason: 'Chưa có',
      respondBy: civilDate('2022-08-10'),
    });
    expect(asked).toMatchObject({ ok: true });
    office.setClock('2022-08-10T16:00:00');
    const close = async () => closeForSilence(deps, await press(head, number), { note: null });
    expect(await close()).toMatchObject({ refusal: { code: 'dossiers/answer-date-not-past' } });
    expect((await listAsked(db.app, head, deps.clock.now())).silent).toEqual([]);
    office.setClock('2022-08-11T08:00:00');
    expect((await listAsked(db.app, head, deps.clock.now())).silent).toMatchObject([{ name: number }]);
    expect(await close()).toMatchObject({ ok: true });
    expect((await read(number)).dossier.state).toBe('stopped');
    expect((await papersOf(number)).map(([purpose]) => purpose)).toContain('stop-notice');
  });
});

describe('put right at the counter', () => {
  test('a receipt between offices is refused and comes again; the control slip keeps both', async () => {
    const number = await anAccepted();
    await forward(deps, await press(clerk, number), { note: null });
    const refusing = await refuseReceipt(deps, await press(specialist, number), { missing: 'Hợp đồng thuê' });
    expect(refusing).toMatchObject({ ok: true });
    expect((await read(number)).commands).toContain('forward');
    await forward(deps, await press(clerk, number), { note: 'đã kèm hợp đồng' });
    expect((await read(number)).dossier).toMatchObject({ task: 'confirm-receipt', stepIndex: 1 });
  });

  test('an acceptance is annulled on its day: the number stays, the receipt is void', async () => {
    const number = await anAccepted();
    const input = { ground: 'double', reason: 'Nộp hai lần' } as const;
    expect(await annulAcceptance(deps, await press(head, number), input)).toMatchObject({ ok: true });
    expect(await papersOf(number)).toEqual([['receipt', number, 'annulled']]);
    expect((await read(number)).dossier).toMatchObject({ number, state: 'not-accepted' });
  });

  test('another procedure: computed again from the same receipt, a new receipt takes the place of the old', async () => {
    const number = await anAccepted();
    office.setClock('2022-07-25T09:30:00');
    const input = { code: '2.000720', caseKey: null as string | null, reason: 'Chọn nhầm thủ tục' };
    const correct = async (change: Partial<typeof input>) =>
      correctProcedure(deps, await press(clerk, number), { ...input, ...change });
    expect(await correct({ code: '9.999999' })).toMatchObject({
      refusal: { code: 'dossiers/no-such-procedure' },
    });
    expect(await correct({ code: '1.001193' })).toMatchObject({
      refusal: { code: expect.stringContaining('catalogue/') },
    });
    const procedure = await office.procedure('2.000720');
    const done = await correct({ caseKey: procedure.cases[0]?.key ?? null });
    expect(done).toMatchObject({ ok: true });
    const { dossier } = await read(number);
    expect(dossier).toMatchObject({
      state: 'accepted',
      task: 'forward',
      receivedAt: '2022-07-25T08:00:00+07:00',
      filing: { procedure: { code: '2.000720' } },
    });
    expect(await papersOf(number)).toEqual([
      ['receipt', number, 'replaced'],
      ['receipt', number, null],
    ]);
    expect((await readPublicly(deps, anOrigin(), number))?.receipts).toHaveLength(2);
  });

  test('signed by hand is for same-day work', async () => {
    const number = await anAccepted();
    expect((await read(number)).commands).not.toContain('record-hand-signature');
    const input = { signerAccountId: 'nobody', resultNumber: '1/2022', note: null };
    const refused = await recordHandSignature(deps, await press(clerk, number), input);
    expect(refused).toMatchObject({ refusal: { code: 'dossiers/no-signer-chosen' } });
  });
});

test('every history with these commands folds to its row and verifies', async () => {
  expect(await verifyHistory(db.app, deps.keys, publicKey)).toMatchObject({ ok: true });
});

test('two at once: the second is told what happened', async () => {
  const number = await inWork();
  const request = { amount: 1000, basis: 'x', note: null };
  const presses = [await press(specialist, number), await press(specialist, number)];
  const both = await Promise.all(presses.map((one) => askForPayment(deps, one, request)));
  expect(both.map((done) => (done.ok ? 'ok' : done.refusal.code)).sort()).toEqual([
    'dossiers/changed-meanwhile',
    'ok',
  ]);
});
