import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { findPaper, renderPaper, verifyPapers } from '#modules/documents/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { poppler } from '#platform/papers/testing.ts';
import { signedPaperOf } from '../rules/electronic-copy.ts';
import { findCopy } from '../store/electronic-copies.ts';
import { aCertifyingCounter, type CertifyingCounter } from '../testing.ts';
import { aScan, aSigner, aWish } from '../testing-copies.ts';
import { giveCopy } from './give-copy.ts';
import { scanCopy } from './scan-copy.ts';
import { signCopy } from './sign-copy.ts';
import { verifyBooks } from './verify-books.ts';

const db = await testDatabase();
let counter: CertifyingCounter;
let signer: Actor;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
  signer = await aSigner(counter);
});
afterAll(() => counter.deps.papers.renderer.close());

type Key = Awaited<ReturnType<typeof aWish>>;

async function scanned(key: Key): Promise<Key> {
  const press = { ...key, key: crypto.randomUUID(), scans: [await aScan()], without: [] };
  const done = await scanCopy({ ...counter.deps, files: counter.deps.papers.files }, counter.by(), press);
  if (!done.ok) throw new Error(done.refusal.code);
  return key;
}
const sign = (key: Key, { seen = 1, actor = signer, press = crypto.randomUUID() as string } = {}) =>
  signCopy(counter.deps, counter.by(actor), { ...key, seen, key: press });
const give = (key: Key, actor?: Actor) =>
  giveCopy(counter.deps, counter.by(actor), { ...key, key: crypto.randomUUID(), way: 'stick' });
const refusal = (code: string) => ({ ok: false, refusal: { code: `certification/${code}` } });

test('words and scan are one signed PDF under the number of the book; then it is given, once', async () => {
  const key = await scanned(await aWish(counter));
  expect(await give(key)).toMatchObject(refusal('copy-not-signed'));
  expect(await sign(key)).toEqual({ ok: true, value: null });
  const copy = await findCopy(db.app, key);
  const paperId = copy ? (signedPaperOf(copy) ?? '') : '';
  const rendered = await renderPaper(counter.deps.papers, paperId);
  if (!rendered.ok) throw new Error(rendered.refusal.code);
  const report = poppler('pdfsig', ['{pdf}'], rendered.value.bytes);
  expect(report.match(/Signature is Valid/g)).toHaveLength(1);
  expect(report).toContain(signer.name);
  const text = poppler('pdftotext', ['{pdf}', '-'], rendered.value.bytes);
  expect(text).toContain('quyển số 01/2022-SCT/BS');
  expect(text).toContain(`Người ký: ${signer.name}`);
  expect(poppler('pdfinfo', ['{pdf}'], rendered.value.bytes)).toMatch(/Pages:\s+3\b/);
  expect((await findPaper(db.app, paperId))?.number).toMatch(/^\d+ 01\/2022-SCT\/BS$/);
  expect(await give(key, signer)).toMatchObject(refusal('not-your-counter'));
  expect(await give(key)).toEqual({ ok: true, value: null });
  expect(await give(key)).toMatchObject(refusal('copy-given'));
  expect(await verifyBooks(db.app)).toEqual({ ok: true });
  const { root } = counter.deps.papers.signingKeys;
  expect(await verifyPapers(db.app, root)).toMatchObject({ signatures: 1, wrong: null });
});

test('without a scan, with another scan than was seen, a second time', async () => {
  const key = await aWish(counter);
  expect(await sign(key)).toMatchObject(refusal('copy-not-scanned'));
  await scanned(key);
  await scanned(key);
  expect(await sign(key)).toMatchObject(refusal('copy-scanned-anew'));
  const press = crypto.randomUUID();
  const answers = await Promise.all([1, 2].map(() => sign(key, { seen: 2, press })));
  expect(answers.map((one) => one.ok)).toEqual([true, true]);
  expect((await findCopy(db.app, key))?.steps).toHaveLength(3);
  expect(await sign(key, { seen: 2 })).toMatchObject(refusal('copy-signed'));
});

test('two signers at once sign once', async () => {
  const key = await scanned(await aWish(counter));
  const answers = await Promise.all([sign(key), sign(key)]);
  expect(answers.filter((one) => one.ok)).toHaveLength(1);
});

test('who has no right to sign here signs nothing', async () => {
  const key = await scanned(await aWish(counter));
  expect(await sign(key, { actor: counter.clerk })).toMatchObject(refusal('not-a-signer'));
  expect((await findCopy(db.app, key))?.steps).toHaveLength(1);
});

test('a history whose order was changed from outside is found by verify', async () => {
  const key = await aWish(counter);
  const copy = await findCopy(db.app, key);
  await db.owner
    .insertInto('certification.electronic_copy')
    .values({
      dossier_id: copy?.dossierId ?? '',
      ordinal: 1,
      nth: 1,
      happened: 'given',
      at: counter.deps.clock.now(),
      by_account: counter.clerk.accountId,
      press_key: crypto.randomUUID(),
      way: 'stick',
    })
    .execute();
  expect(await verifyBooks(db.app)).toMatchObject({ ok: false });
});
