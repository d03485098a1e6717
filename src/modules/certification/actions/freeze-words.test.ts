import { beforeAll, expect, test } from 'vitest';
import { findPaper, listPapers } from '#modules/documents/index.ts';
import { readDossier } from '#modules/dossiers/index.ts';
import { correctData } from '#modules/dossiers/testing-corrections.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aCertifyingCounter, aCopyRequest, aDeskOf, type CertifyingCounter, SIGNATURES } from '../testing.ts';

const db = await testDatabase();
let counter: CertifyingCounter;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
});

async function certified(code: string) {
  const more = { 'documents.1.name': 'Giấy ủy quyền', 'documents.1.pages': '1' };
  const done = await counter.press(aCopyRequest({ code, ...more }));
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  const read = await readDossier(counter.deps, counter.by(), done.dossier);
  if (!read.ok || !read.value.dossier.personal) throw new Error('not read');
  return { number: done.dossier, dossier: read.value.dossier, personal: read.value.dossier.personal };
}

async function wordsOf(dossierId: string) {
  const papers = await listPapers(db.app, dossierId);
  return Promise.all(
    papers.filter((one) => one.purpose === 'certification-words').map((one) => findPaper(db.app, one.id)),
  );
}

test('the words are fixed with the numbers, one for each document', async () => {
  const { number, dossier } = await certified(SIGNATURES);
  const [paper, ...others] = await wordsOf(dossier.id);
  expect(others).toEqual([]);
  expect(paper).toMatchObject({
    number,
    regime: '2018',
    content: {
      items: [
        { number: '01', book: '01/2022-SCT/CK,ĐC', document: 'Bằng tốt nghiệp trung học phổ thông' },
        { number: '02', document: 'Giấy ủy quyền' },
      ],
    },
  });
  const { body } = await (await aDeskOf(counter)).get(`/lam-viec/chung-thuc/loi-chung/${number}`);
  expect(body).toContain(`/giay/${paper?.id}.pdf`);
});

test('a corrected name makes new words, the old ones are void', async () => {
  const { number, dossier, personal } = await certified(SIGNATURES);
  const applicants = personal.applicants.map((party) => ({ ...party, name: 'Huỳnh Thị Diễm' }));
  const press = { ...counter.by(), number, seenSeq: dossier.seq, key: crypto.randomUUID() };
  const input = { filing: { ...personal, applicants }, reason: 'gõ sai' };
  expect(await correctData(counter.deps, press, input)).toMatchObject({ ok: true });
  const [old, now] = await wordsOf(dossier.id);
  expect([old?.voidReason, now?.voidReason]).toEqual(['replaced', null]);
});
