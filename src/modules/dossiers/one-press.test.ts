import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { findPaper } from '#modules/documents/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { askForSupplement } from './actions/ask-for-supplement.ts';
import { confirmReceipt } from './actions/confirm-receipt.ts';
import type { DossierDeps } from './actions/deps.ts';
import { forward } from './actions/forward.ts';
import { notAccept } from './actions/not-accept.ts';
import { printControlSlip } from './actions/print-control-slip.ts';
import { readDossier } from './actions/read-dossier.ts';
import { startStep } from './actions/start-step.ts';
import { submit } from './actions/submit.ts';
import { withdraw } from './actions/withdraw.ts';
import {
  aBeginPress,
  aFilingInput,
  anOfficeOfChauThanh,
  anOrigin,
  aPress,
  type Office,
} from './testing-office.ts';

const db = await testDatabase();
const used = { refusal: { code: 'dossiers/press-used' } };
let office: Office;
let oneStop: OfficeInForce;
let clerk: Actor;
let colleague: Actor;
let number: string;

beforeAll(async () => {
  office = await anOfficeOfChauThanh(db);
  oneStop = office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
  clerk = await office.actorOf(oneStop, 'reception-officer');
  colleague = await office.actorOf(oneStop, 'reception-officer', 1);
});
beforeEach(async () => {
  number = await anAccepted();
});

const filing = async (change = {}) => aFilingInput(await office.procedure('1.001612'), oneStop, change);

async function anAccepted(deps: DossierDeps = office.deps): Promise<string> {
  const done = await accept(deps, aBeginPress(clerk, await filing()));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

test('the same press is answered again; its key on another dossier, command or account is refused', async () => {
  const press = aPress(clerk, number, 1);
  expect(await forward(office.deps, press, { note: null })).toMatchObject({ ok: true });
  expect(await forward(office.deps, press, { note: null })).toMatchObject({
    value: { number, repeated: true },
  });
  const other = { ...press, number: await anAccepted() };
  expect(await forward(office.deps, other, { note: null })).toMatchObject(used);
  const reason = { reason: 'đổi ý', originalsReturned: true, receiver: null };
  expect(await withdraw(office.deps, press, reason)).toMatchObject(used);
  expect(await forward(office.deps, { ...press, actor: colleague }, { note: null })).toMatchObject(used);
  expect(await printControlSlip(office.deps, press)).toMatchObject(used);
});

test('a key used on two dossiers at the same moment acts once, and nobody sees trouble', async () => {
  const one = aPress(clerk, number, 1);
  const two = { ...one, number: await anAccepted() };
  const both = await Promise.all([one, two].map((press) => forward(office.deps, press, { note: null })));
  expect(both.filter((done) => done.ok)).toHaveLength(1);
  expect(both.find((done) => !done.ok)).toMatchObject(used);
});

test('a beginning: the draft is its office’s, the rest is bound', async () => {
  const press = aBeginPress(clerk, await filing());
  expect(await submit(office.deps, press)).toMatchObject({ value: { repeated: false } });
  expect(await submit(office.deps, press)).toMatchObject({ value: { repeated: true } });
  expect(await submit(office.deps, { ...press, actor: colleague })).toMatchObject({
    value: { repeated: true },
  });
  expect(await notAccept(office.deps, press, 'x')).toMatchObject(used);
  expect(await submit(office.deps, { ...press, input: await filing() })).toMatchObject(used);
  const loose = { ...aBeginPress(clerk, await filing({ draftId: null })) };
  expect(await submit(office.deps, loose)).toMatchObject({ ok: true });
  expect(await submit(office.deps, { ...loose, actor: colleague })).toMatchObject(used);
});

test('one press has one moment: the paper, its history and the clock say the same', async () => {
  let ticks = 0;
  const start = msOfInstant(office.deps.clock.now());
  const clock = {
    now: () => {
      ticks += 1;
      return instantOfMs(start + ticks * 60_000);
    },
  };
  const deps = { ...office.deps, clock };
  const specialist = await office.actorOf(office.office('Phòng Tài chính - Kế hoạch'), 'specialist');
  const taken = await anAccepted(deps);
  expect(ticks).toBe(1);
  await forward(deps, aPress(clerk, taken, 1), { note: null });
  await confirmReceipt(deps, aPress(specialist, taken, 2));
  await startStep(deps, aPress(specialist, taken, 3));
  const before = ticks;
  const request = { items: [{ name: 'Hợp đồng', what: 'bản chính' }], reason: 'thiếu', respondBy: null };
  expect(await askForSupplement(deps, aPress(specialist, taken, 4), request)).toMatchObject({ ok: true });
  expect(ticks).toBe(before + 1);
  const read = await readDossier(office.deps, { actor: clerk, origin: anOrigin() }, taken);
  const asked = read.ok ? read.value.events.at(-1) : undefined;
  if (asked?.type !== 'supplement-asked') throw new Error('not asked');
  expect((await findPaper(db.app, asked.body.paperId))?.frozenAt).toBe(asked.at);
  expect(asked.body.papers).toEqual([
    { id: asked.body.paperId, sha256: (await findPaper(db.app, asked.body.paperId))?.contentSha256 },
  ]);
});
