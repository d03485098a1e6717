import { readXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { closeYearsOver } from '../jobs/close-books.ts';
import { aCertifyingCounter, aCopyRequest, aDeskOf, type CertifyingCounter } from '../testing.ts';
import { openVolume } from './open-volume.ts';
import { verifyBooks } from './verify-books.ts';

const db = await testDatabase();
const BOOK = '/lam-viec/chung-thuc/so';
let counter: CertifyingCounter;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
});

const bookOf = () => ({ agencyId: counter.oneStop.agencyId, kind: 'copies' as const, year: 2022 });
const open = (seenVolume: number, by = counter.by()) =>
  openVolume(counter.deps, by, { ...bookOf(), seenVolume });

async function entryOf() {
  const done = await counter.press(aCopyRequest());
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  return db.owner
    .selectFrom('certification.entry')
    .select(['number', 'volume'])
    .where('dossier_number', '=', done.dossier)
    .executeTakeFirst();
}

test('a full paper book: the next volume begins with the next number', async () => {
  expect(await open(1)).toMatchObject({ refusal: { code: 'certification/not-your-book' } });
  await entryOf();
  expect(await open(1)).toEqual({ ok: true, value: { volume: 2 } });
  expect(await open(1)).toEqual({ ok: true, value: { volume: 2 } }); // the same press again
  expect(await open(2)).toMatchObject({ refusal: { code: 'certification/volume-empty' } });
  expect(await entryOf()).toEqual({ number: 2, volume: 2 });
  expect(await open(7)).toMatchObject({ refusal: { code: 'certification/other-volume' } });
  expect(await verifyBooks(db.app)).toEqual({ ok: true });
});

test('two at once open one; a number given meanwhile stands in one of them', async () => {
  const answers = await Promise.all([open(2), entryOf(), open(2), entryOf()]);
  expect([answers[0], answers[2]]).toEqual([
    { ok: true, value: { volume: 3 } },
    { ok: true, value: { volume: 3 } },
  ]);
  expect(await verifyBooks(db.app)).toEqual({ ok: true });
});

test('who does not keep the book opens nothing', async () => {
  const other = counter.office('Bộ phận Tiếp nhận và Trả kết quả xã An Nhơn');
  const stranger = counter.by(await counter.actorOf(other, 'reception-officer'));
  expect(await open(3, stranger)).toMatchObject({ refusal: { code: 'certification/not-your-book' } });
});

test('the page says where a volume begins; its press, and what it cannot be', async () => {
  const desk = await aDeskOf(counter);
  const { body } = await desk.get(BOOK);
  expect(body).toContain('Quyển 02 mở ngày 25/07/2022, từ số 02.');
  const so = /name="so" value="([^"]+)"/.exec(body)?.[1] ?? '';
  await entryOf();
  expect((await desk.post(`${BOOK}/quyen-moi`, { so, volume: '3' })).statusCode).toBe(303);
  expect((await desk.post(`${BOOK}/quyen-moi`, { so, volume: '4' })).statusCode).toBe(422);
  for (const volume of ['', '-1', 'x', '1e9', '٣'])
    expect((await desk.post(`${BOOK}/quyen-moi`, { so, volume })).statusCode).toBeLessThan(500);
  expect((await desk.post(`${BOOK}/quyen-moi`, { so: "x'--", volume: '1' })).statusCode).toBeLessThan(500);
});

test('the sheet and the print say what the page says; a closed book ends with its closing', async () => {
  const desk = await aDeskOf(counter);
  const rowsOf = async () => {
    const { rawPayload, headers } = await desk.get(`${BOOK}.xlsx`);
    expect(headers['content-type']).toContain('spreadsheetml');
    const { sheets } = await readXlsx(rawPayload);
    return sheets[0]?.rows ?? [];
  };
  const rows = await rowsOf();
  expect(rows[0]).toEqual([
    'Số',
    'Quyển',
    'Ngày',
    'Người yêu cầu',
    'Giấy tờ, văn bản',
    'Người ký chứng thực',
    'Số bản',
    'Phí',
    'Ghi chú',
  ]);
  expect(rows.at(-1)?.slice(0, 4)).toEqual(['01', '01', '25/07/2022', 'Huỳnh Thị Mỹ Duyên']);
  expect((await desk.get(`${BOOK}?ca=1`)).body).toContain('In sổ');
  counter.setClock('2023-01-03T08:00:00');
  await closeYearsOver(counter.deps);
  expect(String((await rowsOf()).at(-1)?.[0])).toContain('Đã khóa sổ ngày 03/01/2023');
  expect(await open(4)).toMatchObject({ refusal: { code: 'certification/book-closed' } });
});

test('a number moved to another volume from outside is found by verify', async () => {
  await db.owner.updateTable('certification.entry').set({ volume: 9 }).where('number', '=', 1).execute();
  expect(await verifyBooks(db.app)).toMatchObject({ ok: false });
});
