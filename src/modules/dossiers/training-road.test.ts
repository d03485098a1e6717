import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { listPapers } from '#modules/documents/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { clearTraining } from './actions/clear-training.ts';
import { confirmReceipt } from './actions/confirm-receipt.ts';
import { decide } from './actions/decide.ts';
import { finishStep } from './actions/finish-step.ts';
import { forward } from './actions/forward.ts';
import { handOver } from './actions/hand-over.ts';
import { handOverMany } from './actions/hand-over-many.ts';
import { startStep } from './actions/start-step.ts';
import { submit } from './actions/submit.ts';
import { verifyHistory } from './actions/verify.ts';
import { clearOldTraining } from './jobs/clear-training.ts';
import { linkHash } from './store/chain.ts';
import { listChain } from './store/history-rows.ts';
import { aDesk, type Browser, type Desk } from './testing-desk.ts';
import { aBeginPress, aFilingInput, aPress } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';
import { allDossiers } from './testing-rows.ts';

const BAND = 'tập dượt, không có giá trị';
const { publicKey } = generateKeyPairSync('ed25519');
const db = await testDatabase();
let desk: Desk;
let clerk: Actor;
let specialist: Actor;
let atCounter: Browser;
let inSection: Browser;
const told: string[] = [];

beforeAll(async () => {
  desk = await aDesk(db);
  const publish = desk.deps.publish;
  Object.assign(desk.deps, {
    publish: async (...[, event]: Parameters<typeof publish>) => {
      told.push(event.type);
    },
  });
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  specialist = await desk.actorOf(desk.office(SECTION), 'specialist');
  atCounter = await desk.browser(clerk);
  inSection = await desk.browser(specialist);
});

async function accepted(training = true): Promise<string> {
  const input = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), desk.office(ONE_STOP));
  const done = await accept(desk.deps, { ...aBeginPress(clerk, input), training });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

const rowOf = (number: string) =>
  db.owner
    .selectFrom(allDossiers.as('d'))
    .selectAll()
    .where('reference', '=', number)
    .executeTakeFirstOrThrow();
const pressOf = async (actor: Actor, number: string) => aPress(actor, number, (await rowOf(number)).head_seq);
const verify = () => verifyHistory(db.app, desk.deps.keys, publicKey);

async function decided(): Promise<string> {
  const number = await accepted();
  await forward(desk.deps, await pressOf(clerk, number), { note: null });
  await confirmReceipt(desk.deps, await pressOf(specialist, number));
  await startStep(desk.deps, await pressOf(specialist, number));
  await finishStep(desk.deps, await pressOf(specialist, number), { note: null, draft: null });
  const { holder_office_id } = await rowOf(number);
  const office = desk.offices.find((one) => one.id === holder_office_id);
  if (!office) throw new Error('nobody holds it');
  const leader = await desk.actorOf(office, 'signing-leader');
  const result = { title: 'Giấy chứng nhận', content: 'Chứng nhận' };
  const input = { outcome: 'granted', result, note: null } as const;
  const done = await decide(desk.deps, await pressOf(leader, number), input);
  if (!done.ok) throw new Error(done.refusal.code);
  return number;
}

describe('a training dossier on its road', () => {
  test('stands apart: on its own page for who it waits for, in no list of the day', async () => {
    const number = await accepted();
    expect((await atCounter.get('/lam-viec')).body).toContain('Hồ sơ thử đang chờ tôi: 1');
    expect((await atCounter.get('/lam-viec')).body).not.toContain(number);
    await forward(desk.deps, await pressOf(clerk, number), { note: null });
    expect((await atCounter.get('/lam-viec')).body).not.toContain('Hồ sơ thử đang chờ tôi');
    expect((await inSection.get('/lam-viec')).body).toContain('Hồ sơ thử đang chờ tôi: 1');
    const page = (await inSection.get('/lam-viec/ho-so-thu')).body;
    for (const said of [number, 'Đang chờ tôi', BAND, '>THỬ<']) expect(page).toContain(said);
    for (const list of [
      '/lam-viec/ho-so',
      '/lam-viec/so-theo-doi',
      '/lam-viec/ban-giao',
      '/lam-viec/tra-ket-qua',
    ])
      expect((await atCounter.get(list)).body).not.toContain(number);
    const elsewhere = desk.offices.find((one) => one.name.includes('xã An Hiệp') && one.kind === 'one-stop');
    if (!elsewhere) throw new Error('no other one-stop');
    const stranger = await desk.browser(await desk.actorOf(elsewhere, 'reception-officer'));
    expect((await stranger.get('/lam-viec/ho-so-thu')).body).not.toContain(number);
    expect((await stranger.get(`/lam-viec/ho-so/${number}`)).statusCode).toBe(404);
  });

  test('every page of it carries the band, a real one never', async () => {
    const number = await accepted();
    const real = await accepted(false);
    const pages = ['', '/dien-bien', '/chuyen', '/sua'];
    for (const one of pages) {
      const shown = await atCounter.get(`/lam-viec/ho-so/${number}${one}`);
      expect(shown.body).toContain(BAND);
      expect(shown.body).toMatch(/<title>THỬ /);
      expect((await atCounter.get(`/lam-viec/ho-so/${real}${one}`)).body).not.toContain(BAND);
    }
    const { id } = await rowOf(number);
    const [paper] = await listPapers(db.app, id);
    const page = (await atCounter.get(`/lam-viec/ho-so/${number}/giay/${paper?.id}`)).body;
    expect(page).toContain('class="training-mark"');
    expect(page).not.toContain('/tra-cuu/'); // no address for citizens on it
  });

  test('is signed as practice: no number, no signature, and only its own happenings are told', async () => {
    told.length = 0;
    const number = await decided();
    const row = await rowOf(number);
    expect(row).toMatchObject({ state: 'decided', result_number: 'THỬ/QĐ-UBND' });
    const signatures = await db.owner.selectFrom('documents.signature').select('id').execute();
    expect(signatures).toEqual([]);
    expect(told).toContain('dossiers/training-decided');
    expect(told.filter((type) => !type.startsWith('dossiers/training-'))).toEqual([]);
    const clerkOfResults = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
    const receiver = { name: 'Huỳnh Thị Mỹ Duyên', idNumber: '087188004512', relation: null };
    const handed = await handOver(desk.deps, await pressOf(clerkOfResults, number), {
      by: 'signature',
      receiver,
      toAuthorised: false,
      proof: 'Ký sổ thử',
    });
    expect(handed).toMatchObject({ ok: true });
    expect((await rowOf(number)).state).toBe('returned');
    expect((await verify()).ok).toBe(true);
  });
});

test('its result never stands on one sheet with real ones', async () => {
  const number = await decided();
  const { head_seq: seenSeq } = await rowOf(number);
  const receiver = { name: 'Huỳnh Thị Mỹ Duyên', idNumber: '087188004512', relation: null };
  const input = {
    chosen: [{ number, seenSeq, originalsReturned: true }],
    seen: { receiver, card: true, authorisation: false, feesSaid: null },
    by: 'signature',
    proof: 'ký phiếu',
  } as const;
  const { key, origin } = await pressOf(clerk, number);
  const refused = await handOverMany(desk.deps, { actor: clerk, origin, key }, input);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'dossiers/training-on-real-sheet' } });
  expect((await rowOf(number)).state).toBe('decided');
  expect(await db.owner.selectFrom('dossiers.return_sheet').select('id').execute()).toEqual([]);
});

describe('clearing away', () => {
  test('after 30 days without a move: personal part and papers go, open ones end, the history verifies', async () => {
    const old = await accepted();
    const real = await accepted(false);
    desk.setClock('2022-08-20T08:00:00');
    const young = await accepted();
    desk.setClock('2022-08-25T08:00:00');
    const job = clearOldTraining(desk.deps);
    await job.run({}, { jobId: '1', attempt: 1 } as never);
    expect(await rowOf(old)).toMatchObject({ applicant_name: null, wrapped_key: null, state: 'stopped' });
    expect((await rowOf(young)).applicant_name).not.toBeNull();
    const untouched = db.owner.selectFrom(allDossiers.as('d')).selectAll().where('number', '=', real);
    expect(await untouched.executeTakeFirst()).toMatchObject({ state: 'accepted' });
    const papers = await db.owner
      .selectFrom('documents.paper_content as c')
      .innerJoin('documents.paper as p', 'p.id', 'c.paper_id')
      .where('p.subject_id', '=', (await rowOf(old)).id)
      .select('p.id')
      .execute();
    expect(papers).toEqual([]);
    expect((await atCounter.get('/lam-viec/ho-so-thu')).body).not.toContain(old);
    expect((await atCounter.get(`/lam-viec/ho-so/${old}/dien-bien`)).body).toContain('Dọn hồ sơ thử');
    expect((await verify()).ok).toBe(true);
  });

  test('twice, or two at once, clears once; a real dossier never', async () => {
    desk.setClock('2022-07-25T08:00:00');
    const number = await accepted();
    const real = await accepted(false);
    desk.setClock('2022-09-25T08:00:00');
    const { id } = await rowOf(number);
    const both = await Promise.all([clearTraining(desk.deps, id), clearTraining(desk.deps, id)]);
    expect(both.sort()).toEqual([false, true]);
    const realId = await db.owner
      .selectFrom('dossiers.dossier')
      .select('id')
      .where('number', '=', real)
      .executeTakeFirstOrThrow();
    expect(await clearTraining(desk.deps, realId.id)).toBe(false);
    expect((await verify()).ok).toBe(true);
  });
});

describe('a history that says two things', () => {
  /** Submitted as one to practise with, then accepted: both events say it. */
  async function submittedAndAccepted(): Promise<string> {
    const input = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), desk.office(ONE_STOP));
    const filed = await submit(desk.deps, { ...aBeginPress(clerk, input), training: true });
    if (!filed.ok) throw new Error(filed.refusal.code);
    const { number } = filed.value;
    const existing = { number, seenSeq: 1 };
    // the press that goes on says nothing of training: the dossier knows
    const done = await accept(desk.deps, { ...aBeginPress(clerk, { ...input, draftId: null }), existing });
    expect(done).toMatchObject({ ok: true, value: { number } });
    return number;
  }

  test('is found out by verify, also when its chain was forged to hold', async () => {
    const number = await submittedAndAccepted();
    expect((await verify()).ok).toBe(true);
    const { id } = await rowOf(number);
    const link = (await listChain(db.app, [id])).at(-1);
    if (!link) throw new Error('no event');
    const body = Object.fromEntries(
      Object.entries(link.body as object).filter(([key]) => key !== 'training'),
    );
    const hash = linkHash({
      ...{ dossierId: id, seq: link.seq, type: link.type, at: link.at, body },
      ...{ byAccount: link.by_account, byOffice: link.by_office, byName: link.by_name },
      ...{ personalDigest: link.personal_digest, previousHash: link.previous_hash },
    });
    await db.owner
      .updateTable('dossiers.event')
      .set({ body: JSON.stringify(body), hash })
      .where('dossier_id', '=', id)
      .where('seq', '=', link.seq)
      .execute();
    await db.owner.updateTable('dossiers.due').set({ head_hash: hash }).where('id', '=', id).execute();
    expect(await verify()).toEqual({ ok: false, problem: 'training-mark', where: number });
  });
});
