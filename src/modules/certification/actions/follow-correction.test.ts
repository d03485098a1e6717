import { beforeAll, expect, test } from 'vitest';
import { readDossier } from '#modules/dossiers/index.ts';
import { correctData, correctProcedure } from '#modules/dossiers/testing-corrections.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { forgetErased } from '../jobs/forget-erased.ts';
import { listBooks } from '../store/books.ts';
import { listBook } from '../store/entries.ts';
import { aCertifyingCounter, aCopyRequest, aDeskOf, type CertifyingCounter } from '../testing.ts';
import { readCertified } from './read-certified.ts';

const db = await testDatabase();
let counter: CertifyingCounter;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
});

async function certified(): Promise<string> {
  const done = await counter.press(aCopyRequest());
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  return done.dossier;
}

const pressOn = async (number: string) => {
  const read = await readDossier(counter.deps, counter.by(), number);
  if (!read.ok) throw new Error('not read');
  const { dossier } = read.value;
  const press = { ...counter.by(), number, seenSeq: dossier.seq, key: crypto.randomUUID() };
  return { press, dossier };
};

async function correctName(number: string, name: string) {
  const { press, dossier } = await pressOn(number);
  if (!dossier.personal) throw new Error('erased');
  const applicants = dossier.personal.applicants.map((party) => ({ ...party, name }));
  return correctData(counter.deps, press, {
    filing: { ...dossier.personal, applicants },
    reason: 'gõ sai',
  });
}

const linesNamed = async (name: string) => {
  const [book] = await listBooks(db.app, { agencyIds: [counter.oneStop.agencyId], officeIds: [] });
  if (!book) throw new Error('no book');
  return listBook(db.app, book, { day: null, names: [name] }, { limit: 50, before: null });
};

test('a dossier with numbers does not become another procedure: nothing is changed, no paper made', async () => {
  const number = await certified();
  const papers = () => db.owner.selectFrom('documents.paper').select('id').execute();
  const before = (await papers()).length;
  const { press } = await pressOn(number);
  const correction = { code: '2.000884', caseKey: null, reason: 'nhầm việc' };
  const refused = await correctProcedure(counter.deps, press, correction);
  expect(refused).toMatchObject({ refusal: { code: 'certification/has-numbers', field: 'code' } });
  expect((await papers()).length).toBe(before);
  expect((await pressOn(number)).dossier).toMatchObject({
    seq: 1,
    filing: { procedure: { code: '2.000815' } },
  });
});

test('a corrected name stands in the book beside the old one, struck; it is found by both', async () => {
  const number = await certified();
  expect(await correctName(number, 'Huỳnh Thị Mỹ Duyến')).toMatchObject({ ok: true });
  expect(await correctName(number, 'Huỳnh Thị Diễm')).toMatchObject({ ok: true });
  const read = await readCertified(counter.deps, counter.by(), number);
  expect(read.ok && read.value.entries[0]).toMatchObject({
    requesterName: 'Huỳnh Thị Diễm',
    corrections: [
      { was: 'Huỳnh Thị Mỹ Duyên', becomes: 'Huỳnh Thị Mỹ Duyến' },
      { was: 'Huỳnh Thị Mỹ Duyến', becomes: 'Huỳnh Thị Diễm' },
    ],
  });
  for (const name of ['my duyen', 'diem'])
    expect((await linesNamed(name)).map((line) => line.dossierNumber)).toContain(number);
  const { body } = await (await aDeskOf(counter)).get('/lam-viec/chung-thuc/so');
  expect(body).toContain('<s>Huỳnh Thị Mỹ Duyên</s>');
  expect(body).toContain('(sửa ngày 25/07/2022)');
});

test('what else is corrected writes nothing in the book', async () => {
  const number = await certified();
  const { press, dossier } = await pressOn(number);
  if (!dossier.personal) throw new Error('erased');
  const filing = { ...dossier.personal, note: 'gọi trước' };
  expect(await correctData(counter.deps, press, { filing, reason: 'thiếu' })).toMatchObject({ ok: true });
  const read = await readCertified(counter.deps, counter.by(), number);
  expect(read.ok && read.value.entries[0]?.corrections).toEqual([]);
});

test('two at once: one name is written, the other is told', async () => {
  const number = await certified();
  const { press, dossier } = await pressOn(number);
  const { personal } = dossier;
  if (!personal) throw new Error('erased');
  const named = (name: string) => ({
    filing: { ...personal, applicants: personal.applicants.map((party) => ({ ...party, name })) },
    reason: 'gõ sai',
  });
  const answers = await Promise.all(
    ['Huỳnh Thị A', 'Huỳnh Thị B'].map((name) =>
      correctData(counter.deps, { ...press, key: crypto.randomUUID() }, named(name)),
    ),
  );
  expect(answers.filter((one) => one.ok)).toHaveLength(1);
  const read = await readCertified(counter.deps, counter.by(), number);
  expect(read.ok && read.value.entries[0]?.corrections).toHaveLength(1);
});

test('an erasure takes both names; nobody can unsay a correction', async () => {
  const number = await certified();
  await correctName(number, 'Huỳnh Thị Lan');
  const { dossier } = await pressOn(number);
  await forgetErased(counter.deps).run({ payload: { dossierId: dossier.id } }, { jobId: '1', attempt: 1 });
  const rows = await db.owner
    .selectFrom('certification.correction')
    .select(['was', 'becomes'])
    .where('dossier_id', '=', dossier.id)
    .execute();
  expect(rows).toEqual([{ was: null, becomes: null }]);
  await expect(db.app.deleteFrom('certification.correction').execute()).rejects.toThrow('permission denied');
  const undated = db.app.updateTable('certification.correction').set({ nth: 7 }).execute();
  await expect(undated).rejects.toThrow('permission denied');
});
