import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { scanCopy } from '../actions/scan-copy.ts';
import { aCertifyingCounter, aDeskOf, type CertifyingCounter, RIGHT_CODE } from '../testing.ts';
import { aScan, aSigner, aWish } from '../testing-copies.ts';

const db = await testDatabase();
const LIST = '/lam-viec/chung-thuc/ban-dien-tu';
let counter: CertifyingCounter;
let desk: Awaited<ReturnType<typeof aDeskOf>>;
let leader: Awaited<ReturnType<typeof aDeskOf>>;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
  desk = await aDeskOf(counter);
  leader = await aDeskOf(counter, await aSigner(counter));
});
afterAll(() => counter.deps.papers.renderer.close());

async function scanned() {
  const key = await aWish(counter);
  const press = { ...key, key: crypto.randomUUID(), scans: [await aScan('bằng.pdf')], without: [] };
  await scanCopy({ ...counter.deps, files: counter.deps.papers.files }, counter.by(), press);
  return { ...key, page: `${LIST}/${key.dossierNumber}/1` };
}

test('from the wish to the hand-over, without scripts', async () => {
  const { page, dossierNumber } = await scanned();
  const { body } = await leader.get(LIST);
  const box = new RegExp(`value="(${dossierNumber}~1~1~[^"]+)"`).exec(body)?.[1] ?? '';
  const wrong = await leader.post(LIST, { chon: box, ma: '000000' });
  expect([wrong.statusCode, wrong.body.includes('Mã không đúng')]).toEqual([422, true]);
  expect(wrong.body).toMatch(new RegExp(`value="${dossierNumber}~1~1~[^"]+"[^>]*checked`));
  expect((await leader.post(LIST, { ma: RIGHT_CODE })).statusCode).toBe(422);
  expect((await leader.get(page)).body).toContain('CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH');
  expect((await desk.get(`${page}/ban-dien-tu.pdf`)).statusCode).not.toBe(200);
  expect((await leader.post(LIST, { chon: box, ma: RIGHT_CODE })).headers.location).toBe(`${LIST}?da-ky=1`);
  expect((await leader.post(LIST, { chon: box, ma: RIGHT_CODE })).statusCode).toBe(303); // the same press
  const pdf = await desk.get(`${page}/ban-dien-tu.pdf`);
  expect(pdf.headers['content-type']).toContain('pdf');
  expect((await desk.post(`${page}/da-giao`, { way: 'bồ câu' })).body).toContain('Chưa chọn cách giao');
  expect((await desk.post(`${page}/da-giao`, { way: 'email' })).statusCode).toBe(303);
  expect((await desk.get(page)).body).toContain('Gửi thư điện tử theo yêu cầu');
  expect((await desk.get(LIST)).body).not.toContain(dossierNumber);
});

test('a scan is opened by its counter and its signer, by nobody else', async () => {
  const { page } = await scanned();
  const file = /\/tep\/[0-9a-f-]{36}/.exec((await desk.get(page)).body)?.[0] ?? '';
  expect((await leader.get(`${page}${file}`)).statusCode).toBe(200);
  const commune = counter.office('Bộ phận Tiếp nhận và Trả kết quả xã An Nhơn');
  const stranger = await aDeskOf(counter, await counter.actorOf(commune, 'reception-officer'));
  for (const url of [page, `${page}${file}`, `${page}/ban-dien-tu.pdf`])
    expect((await stranger.get(url)).statusCode).toBe(404);
  expect((await stranger.get(LIST)).body).not.toContain(page);
});

test.each(["x'--", '~~~', '%00', '٣', 'a'.repeat(5000)])('hostile input %#', async (typed) => {
  const { page } = await scanned();
  const answers = [
    await leader.post(LIST, { chon: typed, ma: typed }),
    await leader.post(LIST, { chon: `${typed}~1~1~${crypto.randomUUID()}`, ma: RIGHT_CODE }),
    await desk.post(`${page}/da-giao`, { way: typed, key: typed }),
    await desk.post(`${page}/quet`, { without: typed, key: typed }),
    await desk.get(`${LIST}/${encodeURIComponent(typed.slice(0, 500))}/1`),
    await desk.get(`${page}/tep/${encodeURIComponent(typed.slice(0, 50))}`),
    await desk.get(`${LIST}/1/${encodeURIComponent(typed.slice(0, 50))}`),
  ];
  for (const { statusCode } of answers) expect(statusCode).toBeLessThan(500);
});
