import { beforeAll, expect, test } from 'vitest';
import { handOver, listOutcomes, readDossier } from '#modules/dossiers/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import type { Fields } from '../rules/fields.ts';
import { aCertifyingCounter, aCopyRequest, aDeskOf, type CertifyingCounter } from '../testing.ts';
import { listToday } from './list-today.ts';
import { type Chosen, listSigners, signByHand } from './sign-by-hand.ts';

const db = await testDatabase();
const TODAY = '/lam-viec/chung-thuc/hom-nay';
let counter: CertifyingCounter;
let signerAccountId: string;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
  signerAccountId = (await listSigners(counter.deps, counter.by()))[0]?.accountId ?? '';
});

const chosenOf = (number: string): Chosen => ({
  number,
  seenSeq: 1,
  key: crypto.randomUUID(),
  returnKey: crypto.randomUUID(),
});

async function certified(change: Fields = {}): Promise<Chosen> {
  const done = await counter.press(aCopyRequest(change));
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  return chosenOf(done.dossier);
}

const todayOf = async () => {
  const today = await listToday(counter.deps, counter.by());
  const names = (lines: readonly { dossier: { name: string } }[] = []) =>
    lines.map(({ dossier }) => dossier.name);
  return { toSign: names(today?.toSign), ready: names(today?.ready) };
};

test('a pile signed with ink is decided under its numbers, and waits for the person', async () => {
  const chosen = [await certified(), await certified()];
  expect((await todayOf()).toSign).toHaveLength(2);
  expect(await signByHand(counter.deps, counter.by(), { chosen, signerAccountId })).toEqual({
    signed: 2,
    returned: 0,
    refused: [],
  });
  const { toSign, ready } = await todayOf();
  expect([toSign, new Set(ready)]).toEqual([[], new Set(chosen.map((one) => one.number))]);
  const rows = await db.owner
    .selectFrom('dossiers.dossier')
    .select(['id', 'state', 'result_number'])
    .orderBy('number')
    .execute();
  expect(rows).toMatchObject([
    { state: 'decided', result_number: '01 01/2022-SCT/BS' },
    { state: 'decided', result_number: '02 01/2022-SCT/BS' },
  ]);
  const [standing] = await listOutcomes(db.app, [rows[0]?.id ?? '']);
  const signer = (await listSigners(counter.deps, counter.by()))[0];
  expect(standing).toMatchObject({ state: 'decided', decidedBy: signer?.name, seq: 2 });
});

test('a second press is the same press; another one on the same dossier is refused alone', async () => {
  const [one, other] = [await certified(), await certified()];
  const again = { chosen: [one], signerAccountId };
  const answers = await Promise.all([1, 2].map(() => signByHand(counter.deps, counter.by(), again)));
  expect(answers).toEqual([
    { signed: 1, returned: 0, refused: [] },
    { signed: 1, returned: 0, refused: [] },
  ]);
  const late = { ...one, key: crypto.randomUUID() };
  const mixed = await signByHand(counter.deps, counter.by(), { chosen: [late, other], signerAccountId });
  expect(mixed.signed).toBe(1);
  expect(mixed.refused.map(({ number }) => number)).toEqual([one.number]);
});

test('the page: nothing chosen and nobody who signs are said, what was ticked stays', async () => {
  const one = await certified();
  const desk = await aDeskOf(counter);
  const nothing = await desk.post(TODAY, { signerAccountId });
  expect([nothing.statusCode, nothing.body.includes('Chưa chọn việc nào')]).toEqual([422, true]);
  const box = [one.number, one.seenSeq, one.key, one.returnKey].join('~');
  const nobody = await desk.post(TODAY, { chon: box, signerAccountId: counter.clerk.accountId });
  expect(nobody.statusCode).toBe(422);
  expect(nobody.body).toMatch(new RegExp(`value="${one.number}~1~[^"]*" checked`));
  expect((await desk.post(TODAY, { chon: 'x~y~z', signerAccountId })).statusCode).toBe(422);
  const signed = await desk.post(TODAY, { chon: box, signerAccountId });
  expect(signed.headers.location).toBe(`${TODAY}?da-ky=1&da-tra=0`);
  const { body } = await desk.get(`${TODAY}?da-ky=1`);
  expect(body).toContain('Đã ghi nhận chữ ký cho 1 hồ sơ');
  expect(body).toContain(`${one.number}/tra-ket-qua`);
});

test('a stranger signs nothing', async () => {
  const one = await certified();
  const other = counter.office('Bộ phận Tiếp nhận và Trả kết quả xã An Nhơn');
  const stranger = counter.by(await counter.actorOf(other, 'reception-officer'));
  const answer = await signByHand(counter.deps, stranger, { chosen: [one], signerAccountId });
  expect(answer).toMatchObject({ signed: 0, refused: [{ refusal: { code: 'dossiers/not-found' } }] });
});

test('a transaction takes two days and is signed with ink as well', async () => {
  counter.setClock('2022-07-26T08:00:00');
  const office = (await counter.officesInForce()).find(
    (one) => one.name === 'Bộ phận Tiếp nhận và Trả kết quả xã An Nhơn',
  );
  if (!office) throw new Error('no commune');
  const actor = await counter.actorOf(office, 'reception-officer');
  const parties = { 'documents.0.who': 'Ông Lê Minh Đức và bà Huỳnh Thị Bảy' };
  const done = await counter.press(aCopyRequest({ code: '2.001035', ...parties }), { actor });
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  const [signer] = await listSigners(counter.deps, counter.by(actor));
  const chosen = [chosenOf(done.dossier)];
  expect(
    await signByHand(counter.deps, counter.by(actor), { chosen, signerAccountId: signer?.accountId ?? '' }),
  ).toEqual({ signed: 1, returned: 0, refused: [] });
});

test('signed and given back in one press: also who showed no card; a second press is the same press', async () => {
  const chosen = [await certified(), await certified({ 'id-number': '' })];
  const pile = { chosen, signerAccountId, giveBack: true };
  const answers = await Promise.all([1, 2].map(() => signByHand(counter.deps, counter.by(), pile)));
  for (const answer of answers) expect(answer).toEqual({ signed: 2, returned: 2, refused: [] });
  for (const { number } of chosen) {
    const read = await readDossier(counter.deps, counter.by(), number);
    if (!read.ok) throw new Error('not read');
    expect(read.value.dossier).toMatchObject({ state: 'returned', seq: 3 });
    expect(read.value.events.at(-1)).toMatchObject({
      type: 'handed-over',
      personal: { receiver: { name: 'Huỳnh Thị Mỹ Duyên' } },
    });
  }
});

test('the page gives back what was ticked', async () => {
  const one = await certified();
  const desk = await aDeskOf(counter);
  const chon = [one.number, one.seenSeq, one.key, one.returnKey].join('~');
  const given = await desk.post(TODAY, { chon, signerAccountId, press: 'return' });
  expect(given.headers.location).toBe(`${TODAY}?da-ky=1&da-tra=1`);
  expect((await desk.get(String(given.headers.location))).body).toContain('đã trả 1 hồ sơ cùng bản chính');
});

test('the words of what was ticked are printed in one go; a stranger prints nothing', async () => {
  const [one, other] = [await certified(), await certified()];
  const boxOf = (chosen: Chosen) => [chosen.number, chosen.seenSeq, chosen.key, chosen.returnKey].join('~');
  const print = async (actor = counter.clerk) =>
    (await aDeskOf(counter, actor)).post(TODAY, { chon: boxOf(one), signerAccountId, press: 'words' });
  const { body } = await print();
  expect(body.match(/CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH/g)).toHaveLength(1);
  const commune = counter.office('Bộ phận Tiếp nhận và Trả kết quả xã An Nhơn');
  const stranger = await counter.actorOf(commune, 'reception-officer');
  expect((await print(stranger)).body).not.toContain('CHỨNG THỰC BẢN SAO');
  expect((await todayOf()).toSign).toContain(other.number); // nothing was signed
});

test('who has not been here by name and number is still asked for them', async () => {
  const one = await certified({ 'id-number': '' });
  await signByHand(counter.deps, counter.by(), { chosen: [one], signerAccountId });
  const press = { ...counter.by(), number: one.number, seenSeq: 2, key: crypto.randomUUID() };
  const receiver = { name: 'Người lạ', idNumber: null, relation: null };
  const given = { by: 'signature' as const, receiver, toAuthorised: false, proof: 'ký' };
  expect(await handOver(counter.deps, press, given)).toMatchObject({
    refusal: { code: 'dossiers/receiver-number-missing' },
  });
});
