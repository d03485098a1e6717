import { beforeAll, expect, test } from 'vitest';
import { readDossier, submit } from '#modules/dossiers/index.ts';
import { aPersonalFiling } from '#modules/dossiers/testing.ts';
import { aBeginPress, aFilingInput } from '#modules/dossiers/testing-office.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aCertifyingCounter, aDeskOf, type CertifyingCounter, COPIES } from '../testing.ts';
import { verifyBooks } from './verify-books.ts';

const db = await testDatabase();
const PAGE = '/lam-viec/chung-thuc';
let counter: CertifyingCounter;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
});

async function submitted(training = false): Promise<string> {
  const procedure = await counter.procedure(COPIES);
  const paper = {
    key: null,
    way: 'show' as const,
    originals: 1,
    certifiedCopies: 0,
    photocopies: 3,
    files: [],
  };
  const personal = aPersonalFiling({ papers: [{ ...paper, name: 'Bằng đại học' }] });
  const input = aFilingInput(procedure, counter.oneStop, { channel: 'online', personal });
  const done = await submit(counter.deps, { ...aBeginPress(counter.clerk, input), training });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.number;
}

const valueIn = (html: string, name: string) =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}"[^>]*?value="([^"]*)"`).exec(html)?.[1] ?? '';

async function openedOf(reference: string) {
  const desk = await aDeskOf(counter);
  const { body } = await desk.get(`${PAGE}?viec=${COPIES}&tu=${reference}`);
  const names = ['code', 'existing', 'name', 'id-number', 'documents.0.name', 'documents.0.copies'];
  const fields = Object.fromEntries(names.map((name) => [name, valueIn(body, name)]));
  return { ...fields, code: COPIES, 'documents.0.pages': '4', 'fee-way': 'cash' };
}

test('what came online gets its number the same way, and stays the dossier it was', async () => {
  const reference = await submitted();
  const fields = await openedOf(reference);
  expect(fields).toMatchObject({ 'documents.0.name': 'Bằng đại học', 'documents.0.copies': '3' });
  const key = crypto.randomUUID();
  const presses = await Promise.all([1, 2].map(() => counter.press(fields, { key })));
  const [done] = presses;
  if (done?.kind !== 'done') throw new Error(JSON.stringify(presses));
  const read = await readDossier(counter.deps, counter.by(), done.dossier);
  expect(read.ok && read.value.dossier).toMatchObject({
    reference,
    state: 'accepted',
    filing: { channel: 'online', fee: { amount: 18_000 } },
  });
  const entries = await db.owner
    .selectFrom('certification.entry')
    .select(['number', 'document_name'])
    .where('dossier_number', '=', done.dossier)
    .execute();
  expect(entries).toEqual([{ number: 1, document_name: 'Bằng đại học' }]);
  expect(await verifyBooks(db.app)).toEqual({ ok: true });
});

test('two at once: one number, the other is told', async () => {
  const fields = await openedOf(await submitted());
  const presses = await Promise.all([1, 2].map(() => counter.press(fields)));
  expect(presses.filter((one) => one.kind === 'done')).toHaveLength(1);
  expect(presses.filter((one) => one.kind === 'problems')).toHaveLength(1);
});

test('what is not there, is done already or is only to practise with is refused', async () => {
  const desk = await aDeskOf(counter);
  const at = (reference: string) => desk.get(`${PAGE}?viec=${COPIES}&tu=${encodeURIComponent(reference)}`);
  expect((await at('không có')).statusCode).toBe(404);
  const reference = await submitted();
  const fields = await openedOf(reference);
  await counter.press(fields);
  expect((await at(reference)).body).toContain('không còn chờ tiếp nhận');
  const training = await submitted(true);
  expect(await counter.press({ ...fields, existing: `${training}~1` })).toMatchObject({
    problems: [{ code: 'counter/training-has-no-book' }],
  });
});
