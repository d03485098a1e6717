import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { findCopy } from '../store/electronic-copies.ts';
import { aCertifyingCounter, type CertifyingCounter } from '../testing.ts';
import { aScan, aWish, onDisk } from '../testing-copies.ts';
import { listCopies, readCopy } from './read-copies.ts';
import { type ScanPress, scanCopy } from './scan-copy.ts';

const db = await testDatabase();
let counter: CertifyingCounter;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
});

const scan = (press: Pick<ScanPress, 'dossierNumber'> & Partial<ScanPress>, by = counter.by()) =>
  scanCopy({ ...counter.deps, files: counter.deps.papers.files }, by, {
    ...{ ordinal: 1, key: crypto.randomUUID(), scans: [], without: [] },
    ...press,
  });
const codes = (answer: Awaited<ReturnType<typeof scan>>) =>
  answer.ok ? answer.value.problems.map((one) => one.code) : [answer.refusal.code];
const filesOf = async (key: Awaited<ReturnType<typeof aWish>>) => {
  const read = await readCopy(counter.deps, counter.by(), key);
  return read.ok ? read.value.files.map((file) => file.originalName) : [];
};

test('what was wished for stands in the list until its scan comes, then it waits for the signature', async () => {
  const key = await aWish(counter);
  const open = async () => {
    const { toScan, toSign } = await listCopies(counter.deps, counter.by());
    return [toScan.map((one) => one.dossierNumber), toSign.map((one) => one.dossierNumber)];
  };
  expect(await open()).toEqual([[key.dossierNumber], []]);
  expect(codes(await scan({ ...key, scans: [await aScan()] }))).toEqual([]);
  expect(await open()).toEqual([[], [key.dossierNumber]]);
});

test('a wrong file is named, the good one beside it is kept for the next press', async () => {
  const key = await aWish(counter);
  const scans = [await aScan('tốt.pdf'), onDisk('thư.txt', Buffer.from('không phải bản quét'))];
  expect(codes(await scan({ ...key, scans }))).toEqual(['documents/file-wrong-kind']);
  expect(await filesOf(key)).toEqual(['tốt.pdf']);
  expect((await findCopy(db.app, key))?.steps).toEqual([]);
  expect(codes(await scan(key))).toEqual([]);
  expect((await findCopy(db.app, key))?.steps).toMatchObject([{ happened: 'scanned' }]);
});

test('a file that only looks like a PDF, too many pages, nothing at all', async () => {
  const key = await aWish(counter);
  const torn = onDisk('rách.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'));
  expect(codes(await scan({ ...key, scans: [torn] }))[0]).toMatch(/file-damaged|scan-unreadable/);
  expect(codes(await scan({ ...key, scans: [await aScan('dày.pdf', 201)] }))).toEqual([
    'certification/too-many-pages',
  ]);
  const large = { ...(await aScan('to.pdf')), tooLarge: true };
  expect(codes(await scan({ ...key, scans: [large] }))).toEqual(['documents/file-too-large']);
  expect(codes(await scan(key))).toEqual(['certification/no-scan']);
  expect(await filesOf(key)).toEqual([]);
});

test('another scan takes the place of the first; a file of another copy is not touched', async () => {
  const [key, other] = [await aWish(counter), await aWish(counter)];
  await scan({ ...key, scans: [await aScan('cũ.pdf')] });
  await scan({ ...other, scans: [await aScan('khác.pdf', 3)] });
  const ids = await db.owner.selectFrom('certification.electronic_scan').select('file_id').execute();
  const without = ids.map((row) => row.file_id);
  expect(codes(await scan({ ...key, without, scans: [await aScan('mới.pdf')] }))).toEqual([]);
  expect(await filesOf(key)).toEqual(['mới.pdf']);
  expect(await filesOf(other)).toEqual(['khác.pdf']);
});

test('one press twice at once is one scan', async () => {
  const key = await aWish(counter);
  const press = { ...key, key: crypto.randomUUID(), scans: [await aScan()] };
  const answers = await Promise.all([scan(press), scan(press)]);
  expect(answers.map(codes)).toEqual([[], []]);
  expect((await findCopy(db.app, key))?.steps).toHaveLength(1);
  expect(await filesOf(key)).toHaveLength(1);
});

test('nobody wished for it, or it is another counter', async () => {
  const plain = await aWish(counter, { electronic: '' });
  expect(codes(await scan({ ...plain, scans: [await aScan()] }))).toEqual(['certification/copy-not-wished']);
  const key = await aWish(counter);
  expect(codes(await scan({ ...key, ordinal: 2 }))).toEqual(['certification/copy-not-wished']);
  const commune = counter.office('Bộ phận Tiếp nhận và Trả kết quả xã An Nhơn');
  const stranger = counter.by(await counter.actorOf(commune, 'reception-officer'));
  expect(codes(await scan({ ...key, scans: [await aScan()] }, stranger))).toEqual([
    'certification/copy-not-wished',
  ]);
});
